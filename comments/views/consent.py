"""What writers agree to: the text in use, and the versions before it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments import services
from comments.models import ConsentText
from comments.permissions import rules_only

from .desk import crumbs

VERSIONS = 20


def _languages():
    """Give (code, name, text in use, earlier versions) for each language."""
    for code, name in settings.LANGUAGES:
        current = services.current_consent(language=code)
        earlier = ConsentText.objects.filter(language=code).exclude(pk=current.pk)
        yield code, name, current, earlier.order_by("-pk")[:VERSIONS]


@rules_only
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request):
    """The text beside the tick box, by language. A change is a new version and moves nothing written."""
    if request.method == "POST":
        return _change(request)
    context = {
        "languages": list(_languages()),
        "breadcrumbs_items": crumbs(_("What writers agree to")),
        "header_title": _("What writers agree to"),
        "header_icon": "comment",
    }
    return render(request, "comments/admin/consent.html", context)


def _change(request):
    language, text = request.POST.get("language"), request.POST.get("text", "")
    if language in dict(settings.LANGUAGES):
        try:
            services.change_consent(language=language, text=text)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("From now on writers agree to this text."))
    return redirect(reverse("reader_comments:consent"))
