"""Rules that look for the words of editors' lists."""

from django.utils.translation import gettext as _

from comments.models import Lane, WordList
from comments.words import find_words, skeleton

from .answers import ALLOWED, held, refused

Kind = WordList.Kind


def _found(draft, kind, **options):
    """Give (list, words found) for each list of `kind` that has a match."""
    for words in draft.lists_of(kind):
        found = find_words(draft.text, tuple(words.entries), **options)
        if found:
            yield words, found


def safeguarding(draft):
    """Hold, on top of the queue, what sounds like danger to somebody. Never refuses."""
    hits = list(_found(draft, Kind.SAFEGUARDING, anywhere=True))
    if not hits:
        return ALLOWED
    words = [word for _list, found in hits for word in found]
    risk = max(words_list.level for words_list, _found_words in hits)
    return held("safeguarding", ", ".join(words), lane=Lane.SAFEGUARDING, risk=risk)


def banned_words(draft):
    """Hand back what contains a banned word."""
    words = [word for _list, found in _found(draft, Kind.BANNED) for word in found]
    if not words:
        return ALLOWED
    message = _("This site does not publish these words: %(words)s. Please change your text.")
    return refused("banned_words", message % {"words": ", ".join(words)}, ", ".join(words))


def suspect_words(draft):
    """Hold what contains a suspect word."""
    words = [word for _list, found in _found(draft, Kind.SUSPECT) for word in found]
    return held("suspect_words", ", ".join(words)) if words else ALLOWED


def reserved_names(draft):
    """Hand back a name that only staff may use, also when it is written with look-alike letters."""
    name = skeleton(draft.name)
    for words in draft.lists_of(Kind.RESERVED):
        if name in {skeleton(word) for word in words.entries}:
            return refused("reserved_names", _("Please choose another name: this one is kept for our staff."))
    return ALLOWED
