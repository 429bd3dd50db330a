"""What the doctor finds."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Finding:
    """What is wrong (`text`, str), what to do (`remedy`, str), whether it must not stay (`is_error`)."""

    text: str
    remedy: str
    is_error: bool = True


def is_public():
    """Say whether these are the settings of a public site rather than of a laptop."""
    return bool(settings.SECURE_HSTS_SECONDS)
