"""What a session knows about its second step and its age."""

from django.conf import settings
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

STEP, BEGAN, SEEN = "second_step", "session_began", "session_seen"
DONE, NEEDED, SET_UP, NOT_ASKED = "done", "needed", "set up", "not asked"
SECONDS_BETWEEN_NOTES = 60


def is_required(user):
    """Say whether a person must use a second step (bool): superusers and members of TWO_STEP_GROUPS."""
    if not settings.TWO_STEP_REQUIRED:
        return False
    return user.is_superuser or user.groups.filter(name__in=settings.TWO_STEP_GROUPS).exists()


def has_device(user):
    """Say whether a person has set up an authenticator (bool)."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def step_of(request):
    """Give what is still to be done in this session (DONE, NEEDED, SET_UP or NOT_ASKED)."""
    if STEP not in request.session:
        request.session[STEP] = first_step(request.user)
    return request.session[STEP]


def first_step(user):
    """Give what a new session of a person begins with (NEEDED, SET_UP or NOT_ASKED)."""
    if has_device(user):
        return NEEDED
    return SET_UP if is_required(user) else NOT_ASKED


def begin(request, user):
    """Note in a new session when it began and what is still to be done."""
    now = int(timezone.now().timestamp())
    request.session.update({STEP: first_step(user), BEGAN: now, SEEN: now})


def complete(request):
    """Note that the second step is done; the session gets a new key."""
    request.session.cycle_key()
    request.session[STEP] = DONE


def is_over(session):
    """Say whether a session is too old, or was left alone too long (bool). Notes now and then its use."""
    now = int(timezone.now().timestamp())
    began, seen = session.setdefault(BEGAN, now), session.setdefault(SEEN, now)
    if now - began > settings.SESSION_HOURS * 3600 or now - seen > settings.SESSION_IDLE_MINUTES * 60:
        return True
    if now - seen > SECONDS_BETWEEN_NOTES:
        session[SEEN] = now
    return False
