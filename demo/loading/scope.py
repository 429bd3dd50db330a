"""What a content file may refer to while it is being read: pages, pictures, sources, people."""

from demo.content_files import LANGUAGES, ContentError, read_table
from editorial.models import Source
from pages.models import SiteImage


def original_page(ledger, key):
    """Give the page in the first language of which the one at `key` is a translation, or None."""
    language = key.split("/")[0]
    return None if language == LANGUAGES[0] else ledger.page(key.replace(language, LANGUAGES[0], 1))


class Scope:
    """The surroundings of one file: its `language` (code), `where` it is (str), its declared `sources`."""

    def __init__(self, ledger, language, where, sources=()):
        self.ledger, self.language, self.where = ledger, language, where
        self.sources = list(sources)
        for key in self.sources:
            self._known(f"sources/{key}")

    @classmethod
    def of(cls, ledger, file):
        """Give the scope of a ContentFile."""
        return cls(ledger, file.language, file.key, file.head.get("sources", ()))

    def declared(self, key):
        """Give `key` when the file declares that source. Raises ContentError when it does not."""
        if key not in self.sources:
            raise ContentError(f"{self.where}: cites “{key}”, which is not in its list of sources.")
        return key

    def source(self, key):
        """Give the Source for a declared key, None when somebody has deleted it."""
        return self.ledger.one(Source, f"sources/{self.declared(key)}")

    def page(self, kind, slug):
        """Give the page of a kind in this file's language, None when somebody has deleted it."""
        key = f"{self.language}/{kind}/{slug}"
        self._known(key)
        return self.ledger.page(key)

    def pages(self, kind, slugs):
        """Give the pages (list) that still exist for these slugs."""
        return [page for page in (self.page(kind, slug) for slug in slugs) if page]

    def original(self):
        """Give the page of the first language that has this file's place, None for that language itself."""
        return original_page(self.ledger, self.where)

    def page_id(self, address):
        """Give the id (int) of the page at `/kind/slug/` in this file's language."""
        kind, _, slug = address.strip("/").partition("/")
        return self._known(f"{self.language}/{kind}/{slug}")

    def picture(self, key):
        """Give a picture (SiteImage, None when deleted) with its alternative text in this language."""
        self._known(f"{self.language}/pictures/{key}")
        image = self.ledger.one(SiteImage, f"{self.language}/pictures/{key}")
        return image, read_table("pictures")[key]["alt"][self.language]

    def _known(self, key):
        if key not in self.ledger:
            raise ContentError(f"{self.where}: refers to “{key}”, which is not loaded before it.")
        return self.ledger.ids[key]
