"""The door that every sign-in passes, whatever form it came from."""

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied

from .throttle import keys, minutes_to_wait


class ThrottledBackend(ModelBackend):
    """Django's users, passwords and permissions; asks for no password after too many failures."""

    def authenticate(self, request, username=None, password=None, **more):
        """Give the user or None. Raises PermissionDenied, which ends the sign-in, when one has to wait."""
        if minutes_to_wait(keys(request, username)):
            raise PermissionDenied
        return super().authenticate(request, username, password, **more)
