"""When a row leaves the index, by whatever path, its words are counted no longer."""

from collections import Counter

from django.db.models.signals import pre_delete

from .backend.store import IndexEntry, texts_of
from .vocabulary import change, stored_amounts


def uncount_words(instance, **kwargs):
    """Take the words of an index row that is about to be deleted out of the counts."""
    amounts = Counter()
    amounts.subtract(stored_amounts(*texts_of(instance)))
    change(amounts)


def connect():
    """Listen to deletions of index rows."""
    pre_delete.connect(uncount_words, sender=IndexEntry, dispatch_uid="search-words")
