"""Which sources a page cites, read from its fields as they are now, draft or live."""

from editorial.fields import raw_texts

from .markup import STORED


def cited_source_ids(page):
    """Give the primary keys (list of int, each once, in text order) of the sources that `page` cites.

    Works on unsaved pages too: rich text, stream fields and inline children are read as they are in memory.
    """
    return list(dict.fromkeys(int(pk) for text in raw_texts(page) for pk in STORED.findall(text)))
