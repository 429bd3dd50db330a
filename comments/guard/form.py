"""Rules about how the form was filled in. They need no words and no database."""

from django.utils.translation import gettext as _

from comments.conf import setting

from .answers import ALLOWED, refused


def honeypot(draft):
    """Refuse when the field that people never see was filled in."""
    if not draft.honeypot:
        return ALLOWED
    return refused("honeypot", _("Leave the field “Website” empty, then send again."))


def form_age(draft):
    """Refuse a form that nobody can have typed so fast, or that lay open too long or was not ours."""
    if draft.form_age is None:
        return refused("form_age", _("This form could not be checked. Please send it once more."))
    if draft.form_age < setting("COMMENTS_MIN_SECONDS"):
        return refused("form_age", _("That was very quick. Please wait a few seconds and send again."))
    if draft.form_age > setting("COMMENTS_MAX_SECONDS"):
        return refused("form_age", _("This form has been open for a long time. Please send it once more."))
    return ALLOWED
