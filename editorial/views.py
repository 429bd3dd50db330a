"""Addresses of the medical desk for everybody."""

from django.http import Http404, JsonResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .readable import find_medical_page, is_for_everybody
from .trust import trust_of
from .trust_json import trust_data

SECONDS_KEPT = 300


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def trust(request, page_id):
    """What the trust panel of a public page says, as JSON in the page's language; 404 for any other page."""
    page = find_medical_page(page_id)
    if page is None or not is_for_everybody(page):
        raise Http404
    with translation.override(page.locale.language_code):
        data = trust_data(trust_of(page, request), page, request)
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
