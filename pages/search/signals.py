"""What leaves the site leaves the index, by whatever path, and its words are counted no longer."""

from collections import Counter

from django.db.models.signals import post_delete, pre_delete
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_delete_signal_handler

from .backend.store import IndexEntry, texts_of
from .mixin import IndexedWithChildren
from .vocabulary import change, stored_amounts


def uncount_words(instance, **kwargs):
    """Take the words of an index row that is about to be deleted out of the counts."""
    amounts = Counter()
    amounts.subtract(stored_amounts(*texts_of(instance)))
    change(amounts)


def connect():
    """Listen to deletions: of index rows, and of the pages that Wagtail does not listen to."""
    pre_delete.connect(uncount_words, sender=IndexEntry, dispatch_uid="search-words")
    for model in get_indexed_models():
        if issubclass(model, IndexedWithChildren):
            post_delete.connect(post_delete_signal_handler, sender=model)
