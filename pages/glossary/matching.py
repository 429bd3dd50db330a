"""Finding the terms of a language in a text, in one pass however many there are.

All forms become one regular expression shaped like a tree of their letters, so that the time for a text
grows with its length, not with the number of terms. English words match whole, in upper or lower case;
Chinese has no spaces between words and matches anywhere. The longest form wins.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pages.kept import kept
from pages.models.glossary import GlossaryTerm

CHINESE = re.compile(r"[\u3400-\u9fff]")
LETTER = r"[A-Za-z0-9\u00c0-\u024f]"
# Not inside a word, and not inside an escaped sign such as &amp; or &#x27;
BEFORE = rf"(?<!{LETTER})(?<!&)(?<!&#)"
END = ""


class Known(NamedTuple):
    """One term as it is looked for: primary key, the word, its forms (tuple of str), its explanation."""

    pk: int
    term: str
    forms: tuple
    explanation: str


class Glossary(NamedTuple):
    """All terms of a language: the pattern that finds them, and which term each form belongs to."""

    pattern: re.Pattern
    by_form: dict

    def term_of(self, words):
        """Give the Known that `words` (str, as the text has them) are a form of, None for odd letters."""
        return self.by_form.get(fold(words))


def terms_of(language):
    """Give (tuple of Known) the terms of a language (code, str); one query a minute at most."""
    return kept(f"glossary-{language}", lambda: tuple(_read(language)))


def _read(language):
    for term in GlossaryTerm.objects.filter(locale__language_code=language).order_by("pk"):
        yield Known(term.pk, term.term, tuple(term.forms), term.explanation)


@lru_cache(maxsize=8)
def glossary_of(terms):
    """Give the Glossary of `terms` (tuple of Known), None when there are none."""
    by_form = {fold(form): known for known in reversed(terms) for form in known.forms}
    if not by_form:
        return None
    chinese = [form for form in by_form if CHINESE.search(form)]
    others = [form for form in by_form if not CHINESE.search(form)]
    parts = [_tree(chinese)] if chinese else []
    parts += [rf"{BEFORE}(?:{_tree(others)})(?!{LETTER})"] if others else []
    return Glossary(re.compile("|".join(parts), re.IGNORECASE), by_form)


def fold(words):
    """Give `words` (str) as forms are compared: in lower case, with single spaces."""
    return " ".join(words.lower().split())


def _tree(forms):
    tree = {}
    for form in forms:
        branch = tree
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[END] = {}
    return _pattern(tree)


def _pattern(tree):
    ends = END in tree
    branches = [_letter(letter) + _pattern(below) for letter, below in sorted(tree.items()) if letter != END]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    # Greedy, so that the longer form is tried before the shorter one.
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def _letter(letter):
    return r"\s+" if letter == " " else re.escape(letter)
