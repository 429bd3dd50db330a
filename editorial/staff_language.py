"""The language of the admin before somebody has chosen one in their account."""

from django.conf import settings
from django.utils import translation


class StaffLanguageMiddleware:
    """Show the admin and its login in the language that the browser asks for; an account's choice wins.

    Addresses of the admin name no language, so Django's LocaleMiddleware shows them in the site's first one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(settings.ADMIN_PLACES):
            request.LANGUAGE_CODE = translation.get_language_from_request(request)
            translation.activate(request.LANGUAGE_CODE)
        return self.get_response(request)
