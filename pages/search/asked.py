"""What a reader asked for, read from the address; nothing in an address is an error."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.conf import settings

from . import kinds
from .query import cleaned

LAST_PAGE = 30
SLUG = re.compile(r"[-\w]{1,255}")


@dataclass(frozen=True)
class Asked:
    """A search: `text`, `kind` (a word of kinds, or ""), `condition` (slug or ""), `language` (code or ""),
    `page` (int from 1).
    """

    text: str = ""
    kind: str = ""
    condition: str = ""
    language: str = ""
    page: int = 1

    @property
    def is_narrowed(self):
        """Whether a filter is chosen (bool)."""
        return bool(self.kind or self.condition or self.language)

    @classmethod
    def from_address(cls, given):
        """Give the Asked in `given` (a QueryDict); what makes no sense is left out."""
        return cls(
            text=cleaned(given.get("q")),
            kind=one_of(given.get("type"), kinds.models()),
            condition=slug(given.get("condition")),
            language=one_of(given.get("language"), dict(settings.LANGUAGES)),
            page=page_number(given.get("page")),
        )

    def address(self, **changes):
        """Give the query string (str, with "?") of this search with `changes`; a change starts at page 1."""
        other = replace(self, **{"page": 1, **changes})
        named = {"q": other.text, "type": other.kind, "condition": other.condition}
        named["language"] = other.language
        if other.page > 1:
            named["page"] = other.page
        return "?" + urlencode({name: value for name, value in named.items() if value})


def one_of(value, allowed):
    """Give `value` (str or None) when it is one of `allowed`, else an empty str."""
    return value if value in allowed else ""


def slug(value):
    """Give `value` (str or None) when it can be the slug of a page, else an empty str."""
    return value if value and SLUG.fullmatch(value) else ""


def page_number(value):
    """Give the page number (int, 1 to LAST_PAGE) in `value` (str or None)."""
    digits = (value or "")[:4]
    return min(max(int(digits), 1), LAST_PAGE) if digits.isascii() and digits.isdigit() else 1
