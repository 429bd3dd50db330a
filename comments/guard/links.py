"""Rules about links."""

import re

from comments.models import Lane

from .answers import ALLOWED, held

ENDINGS = "com|net|org|info|biz|co|io|ly|me|shop|store|site|online|xyz|top|club|ru|cn|tk|gl|de|uk|eu"
LINK = re.compile(
    rf"(?:https?|hxxps?|ftp)\s{{0,2}}:\s{{0,2}}//\S{{1,500}}|\bwww\.\S{{2,500}}"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{2,63}}\.){{1,3}}(?:{ENDINGS})\b(?!\w)(?:/\S{{0,500}})?",
    re.IGNORECASE,
)
MANY = 8


def links(draft):
    """Hold more links than the site lets pass; very many are taken for spam."""
    found = LINK.findall(draft.text)
    if len(found) <= draft.settings.links_allowed and not LINK.search(draft.name):
        return ALLOWED
    lane = Lane.SPAM if len(found) >= MANY else Lane.SUSPECT
    return held("links", f"{len(found)}: " + ", ".join(dict.fromkeys(found))[:300], lane=lane)
