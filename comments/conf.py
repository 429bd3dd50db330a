"""Settings of this app, each with its default. `docs/moderating.md` explains them."""

from django.conf import settings

DEFAULTS = {
    # How many proxies of our own stand before the application; 0 believes no X-Forwarded-For at all.
    "COMMENTS_TRUSTED_PROXIES": 0,
    # Dotted path of a callable(text, language) -> list of str: what sounds like selling a cure.
    "COMMENTS_CLAIM_CHECKER": "",
    # Seconds a person needs at least to fill in the form, and after which a form has gone stale.
    "COMMENTS_MIN_SECONDS": 3,
    "COMMENTS_MAX_SECONDS": 24 * 3600,
}


def setting(name):
    """Give the value of a setting named in DEFAULTS; KeyError for any other."""
    return getattr(settings, name, DEFAULTS[name])
