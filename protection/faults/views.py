"""What stands in the place of a page that could not be made. Nothing here asks the database or the cache."""

import sys

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.views.defaults import server_error as unexpected

from protection.headers import is_admin

from .causes import is_passing
from .typed import typed_fields

RETRY_SECONDS = 30


def server_error(request):
    """Give 503 with what was typed when a part of the machine is gone, else Django's page of error 500.

    Django calls this while it handles the exception, wherever below it was raised.
    """
    return unavailable(request) if is_passing(sys.exc_info()[1]) else unexpected(request)


def unavailable(request):
    """Give the page (HttpResponse, 503), in the language of the address; in the admin in the browser's."""
    fields = typed_fields(request)
    context = {
        "fields": fields,
        "had_files": bool(fields) and bool(request.FILES),
        "action": request.get_full_path(),
        "home": next(
            (prefix for prefix in settings.LANGUAGE_PREFIXES if request.path.startswith(prefix)), "/"
        ),
    }
    with translation.override(_language(request)):
        text = get_template("503.html").render(context)
    response = HttpResponse(text, status=503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _language(request):
    if is_admin(request):
        return translation.get_language_from_request(request)
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
