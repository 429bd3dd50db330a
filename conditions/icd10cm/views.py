"""What the field for a code asks."""

from django.http import JsonResponse
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access

from .finding import find, is_loaded


@require_admin_access
def look_up(request):
    """Give, as JSON, up to 20 lines of the table for `?q=`, and a word for the editor when there are none."""
    if not is_loaded():
        hint = _(
            "The table of ICD-10-CM is not loaded. An administrator loads it: manage.py load_icd10cm FILE"
        )
        return JsonResponse({"codes": [], "hint": hint})
    found = find(request.GET.get("q", ""))
    codes = [{"code": row.code, "label": row.description} for row in found]
    return JsonResponse({"codes": codes, "hint": "" if codes else _("No code of ICD-10-CM has these words.")})
