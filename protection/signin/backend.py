"""The door that every sign-in passes first, whatever form it came from."""

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

from .throttle import keys, minutes_to_wait


class ThrottleBackend(BaseBackend):
    """Knows no user; refuses to ask the next backend after too many failures."""

    def authenticate(self, request, username=None, **credentials):
        """Give None. Raises PermissionDenied, which ends the sign-in, when one has to wait."""
        if minutes_to_wait(keys(request, username)):
            raise PermissionDenied
