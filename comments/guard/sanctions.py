"""Rules about writers whom a moderator has sanctioned."""

from django.utils.translation import gettext as _

from comments.models import Sanction
from comments.standing import sanctions_on

from .answers import ALLOWED, held, refused


def sanctions(draft):
    """Refuse who may not write; hold whose comments all wait."""
    kinds = {sanction.kind for sanction in sanctions_on(draft)}
    if Sanction.Kind.BAN in kinds:
        return refused("banned_writer", _("You cannot write comments here at the moment."))
    if Sanction.Kind.HOLD in kinds:
        return held("held_writer")
    return ALLOWED
