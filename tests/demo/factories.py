"""Stand-ins for what a content file refers to."""

from demo.content_files import ContentError


class FakeScope:
    """A scope without a database: it knows the source `known-source` and the page `/articles/known/`."""

    where = "en/articles/test"

    def declared(self, key):
        if key != "known-source":
            raise ContentError(f"{self.where}: {key}")
        return key

    def source(self, key):
        self.declared(key)

    def page_id(self, address):
        return {"/articles/known/": 7}[address]
