"""The sections of a condition or treatment page, in a fixed order, empty ones left out."""

from dataclasses import dataclass, field

from pages.outline import Entry, Outline, outline


@dataclass
class Section:
    """A titled part of a page. `anchor` is fixed for all languages: links to it stay.

    `left`: the language (BCP 47) of a text that is not yet translated, else empty.
    """

    anchor: str
    title: str
    outline: Outline | None = None
    rich: str = ""
    extra: dict = field(default_factory=dict)
    left: str = ""

    @property
    def is_empty(self):
        """Whether there is nothing to show (bool)."""
        return not (self.rich or (self.outline and self.outline.parts) or any(self.extra.values()))


def stream_section(anchor, title, stream, **extra):
    """Give a Section holding a StreamValue, its headings one level below the section's own."""
    return Section(anchor, str(title), outline(stream, above=2), extra=extra)


def rich_section(anchor, title, rich, left=""):
    """Give a Section holding one rich text (str as stored); `left`: its language when not translated."""
    return Section(anchor, str(title), rich=rich, left=left)


def shown(sections):
    """Give the sections (list) that hold something."""
    return [section for section in sections if not section.is_empty]


def contents(sections):
    """Give [Entry], one a section."""
    return [Entry(section.title, section.anchor) for section in sections]
