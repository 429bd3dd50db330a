"""What signing in leaves behind: failures are counted, a session learns its beginning, the log a line."""

import logging

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver

from .state import STEP, begin
from .throttle import NAME_AND_NETWORK, count_failure, forget, keys

logger = logging.getLogger(__name__)


@receiver(user_login_failed)
def count(sender, credentials, request=None, **kwargs):
    if request is not None:
        logger.warning("a sign-in failed")
        count_failure(keys(request, credentials.get("username")))


@receiver(user_logged_in)
def note(sender, request, user, **kwargs):
    begin(request, user)
    logger.info("account %s signed in, second step: %s", user.pk, request.session[STEP])
    forget(keys(request, user.get_username())[NAME_AND_NETWORK])
