"""The other names of a condition or treatment, as a reader sees them."""

from dataclasses import dataclass

from pages.models import html_language


@dataclass(frozen=True)
class ShownName:
    """One name; `lang` is its BCP 47 tag where it is not the page's language."""

    text: str
    lang: str = ""


def also_known_as(page, language):
    """Give [ShownName]: confirmed names only, those in `language` (a code) first, the title left out."""
    names = [name for name in page.names.all() if name.is_confirmed and name.name != page.title]
    ordered = sorted(names, key=lambda name: name.language != language)
    return [
        ShownName(name.name, "" if name.language == language else html_language(name.language))
        for name in ordered
    ]
