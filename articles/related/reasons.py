"""Why an article is related, in words for the editor."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from conditions.models import Stage


def because(reasons):
    """Give a sentence part (str) for each of `reasons` (list of [kind, detail], as stored), in a list."""
    return [sentence(kind, detail) for kind, detail in reasons]


def sentence(kind, detail):
    """Give one reason (str): `kind` as stored, `detail` (str) the name of what is shared."""
    if kind == "language":
        return _("in another language: %(language)s") % {"language": get_language_info(detail)["name_local"]}
    if kind == "stage":
        return _("same stage: %(name)s") % {"name": Stage(detail).label}
    texts = {
        "condition": _("same condition: %(name)s"),
        "treatment": _("same treatment: %(name)s"),
        "series": _("same series: %(name)s"),
        "topic": _("same topic: %(name)s"),
        "words": _("similar text: %(name)s"),
    }
    return texts[kind] % {"name": detail}
