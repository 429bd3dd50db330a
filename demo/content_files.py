"""The demonstration's words, as files that people can read and edit.

`content/<language>/<kind>/<slug>.md` is one page: a head in TOML between two lines of `+++`, then the
text. A line `@name` alone begins the section of that name; text before the first such line is `body`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
PICTURES = Path(__file__).parent / "pictures"
LANGUAGES = ("en", "zh-hans")

HEAD = re.compile(r"\A\+\+\+\n(?P<head>.*?)\n\+\+\+\n(?P<text>.*)\Z", re.DOTALL)
SECTION = re.compile(r"^@(?P<name>[a-z_]+)[ \t]*$", re.MULTILINE)


class ContentError(Exception):
    """A content file says something that cannot be loaded. The message names the file and the place."""


@dataclass(frozen=True)
class ContentFile:
    """One page: `language` (code), `kind` (folder), `slug`, `head` (dict), `sections` (name -> text)."""

    language: str
    kind: str
    slug: str
    head: dict
    sections: dict

    @property
    def key(self):
        """The name (str) of this page in the ledger, for example `en/conditions/migraine`."""
        return f"{self.language}/{self.kind}/{self.slug}"


def page_paths(kind, language):
    """Give the paths of all pages of a kind in a language, in order of their names."""
    return sorted((CONTENT / language / kind).glob("*.md"))


def read_page(path):
    """Give the ContentFile at `path`. Raises ContentError when the head is missing or is not TOML."""
    match = HEAD.match(path.read_text(encoding="utf-8"))
    if not match:
        raise ContentError(f"{path}: the head between two lines of +++ is missing.")
    return ContentFile(
        language=path.parts[-3],
        kind=path.parts[-2],
        slug=path.stem,
        head=_toml(match["head"], path),
        sections=_sections(match["text"]),
    )


@cache
def read_table(name):
    """Give the TOML file `content/<name>.toml` as a dict. Raises ContentError when it is not TOML."""
    path = CONTENT / f"{name}.toml"
    return _toml(path.read_text(encoding="utf-8"), path)


def _toml(text, path):
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path}: {error}") from error


def _sections(text):
    before, *rest = SECTION.split(text)
    pairs = [("body", before), *zip(rest[::2], rest[1::2], strict=True)]
    return {name: body.strip() for name, body in pairs if body.strip()}
