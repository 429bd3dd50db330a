"""Nobody works with half a sign-in, or with a session that was left open."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from protection.headers import is_admin

from .state import NEEDED, SET_UP, is_over, step_of

# Pages that help to sign in, and what every page of the admin loads.
OPEN = {
    "two_step_check",
    "two_step_set_up",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
}
NEXT = {NEEDED: "two_step_check", SET_UP: "two_step_set_up"}


class SignInMiddleware:
    """Ends old sessions; sends whoever owes the second step there; elsewhere such a person is anonymous."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Whoever brings no session is not asked for one: asking would make every page differ by cookie.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        if is_over(request.session):
            return self.sign_out(request)
        missing = NEXT.get(step_of(request))
        if missing and not is_admin(request):
            request.user = AnonymousUser()
        elif missing and name_of(request) not in OPEN:
            return redirect_to_login(request.get_full_path(), login_url=missing)
        return self.get_response(request)

    def sign_out(self, request):
        """Leave the session; say so to whoever was at work, let others read on."""
        logout(request)
        if not is_admin(request):
            return self.get_response(request)
        messages.info(request, _("You were signed out because the session was old or unused for long."))
        return redirect("wagtailadmin_login")


def name_of(request):
    """Give the name (str) of the address that is asked for, "" when there is none."""
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""
