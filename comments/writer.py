"""Recognising a writer without an account: a random key in a signed cookie, set only after posting."""

import secrets
from functools import cache

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

COOKIE = "comment_writer"
SALT = "comments.writer"
MAX_AGE = 180 * 24 * 3600


@cache
def _cookies():
    """Give (name, path) for each language: under /comments/ only, so that no article page carries it."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append((f"{COOKIE}_{code}", reverse("comments:root")))
    return found


def writer_key(request):
    """Give the visitor's key (32 hexadecimal characters), or "" when they have none or it was changed."""
    for name, value in request.COOKIES.items():
        if name.startswith(COOKIE):
            try:
                return signing.loads(value, salt=SALT, max_age=MAX_AGE)
            except signing.BadSignature:
                continue
    return ""


def new_writer_key():
    """Give a fresh random key."""
    return secrets.token_hex(16)


def remember_writer(response, key):
    """Set the cookies that carry `key`; they are not readable by scripts."""
    value = signing.dumps(key, salt=SALT)
    for name, path in _cookies():
        response.set_cookie(
            name,
            value,
            max_age=MAX_AGE,
            path=path,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
