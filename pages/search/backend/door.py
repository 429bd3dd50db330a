"""The classes that Wagtail asks: backend, results, index."""

from collections import OrderedDict

from django.db import transaction
from django.db.models import Count
from modelsearch.backends.base import BaseIndex, BaseSearchBackend, BaseSearchResults, FilterFieldError
from modelsearch.index import get_indexed_models
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from pages.search import spelling, vocabulary

from . import store
from .compiler import AutocompleteQueryCompiler, QueryCompiler
from .documents import document_of
from .likeness import like, stored_text


class SearchResults(BaseSearchResults):
    """Objects in the order of their score; sliceable, countable, with facets."""

    supports_facet = True

    def ranked(self):
        """Give the ranked [(key, score), ...] of the whole query, computed once for all slices."""
        compiler = self.query_compiler
        if not hasattr(compiler, "ranked_once"):
            compiler.ranked_once = compiler.ranked()
        return compiler.ranked_once

    def is_unranked(self):
        """Whether the order is the queryset's own (bool)."""
        return self.query_compiler.everything or not self.query_compiler.order_by_relevance

    def get_queryset(self):
        """Give the queryset of every object found, unsliced."""
        compiler = self.query_compiler
        if compiler.everything:
            return compiler.queryset
        if compiler.order_by_relevance:
            return compiler.queryset.filter(pk__in=[key for key, _score in self.ranked()])
        found = compiler.matching()
        return found if found.query.order_by else found.order_by("-pk")

    def _do_search(self):
        if self.is_unranked():
            return list(self.get_queryset()[self.start : self.stop])
        places = self.ranked()[self.start : self.stop]
        objects = {str(key): found for key, found in self.objects([key for key, _score in places]).items()}
        found = [(objects[key], score) for key, score in places if key in objects]
        if self._score_field:
            for item, score in found:
                setattr(item, self._score_field, score)
        return [item for item, _score in found]

    def objects(self, keys):
        """Give {pk: object} for `keys` (list of str) with one query of the caller's queryset."""
        return self.query_compiler.queryset.order_by().in_bulk(keys) if keys else {}

    def _do_count(self):
        found = self.get_queryset().count() if self.is_unranked() else len(self.ranked())
        return max(min(found, self.stop if self.stop is not None else found) - self.start, 0)

    def facet(self, field_name):
        """Give {value: number of results} (OrderedDict) of a filter field, the most frequent first.

        Raises FilterFieldError for a field that is not declared as filter.
        """
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(f"{field_name} is not an index.FilterField", field_name=field_name)
        rows = self.get_queryset().order_by().values_list(field_name).annotate(Count("pk"))
        return OrderedDict(sorted(rows, key=lambda row: -row[1]))


class Index(BaseIndex):
    """Wagtail's index tables, filled with our words."""

    def add_items(self, model, items):
        """Index `items` (list of objects of `model`) and count their words."""
        content_type_id = get_content_type_pk(model)
        documents = {str(item.pk): document_of(item) for item in items}
        with transaction.atomic():
            amounts = store.change_in_amounts(content_type_id, documents)
            vocabulary.change(amounts)
            store.save([store.row_for(content_type_id, key, found) for key, found in documents.items()])
            spelling.learn({word for found in documents.values() for word in found.spelled})

    def delete_item(self, item):
        """Take an object out of the index. Its words were uncounted when Django began to delete it."""
        rows = item.index_entries.all()
        rows._raw_delete(using=rows.db)

    def reset(self):
        """Empty the index."""
        store.IndexEntry.objects.all()._raw_delete(using=store.IndexEntry.objects.db)
        vocabulary.replace_all([])
        spelling.forget_all()

    def delete_stale(self):
        """Take out of the index what no longer exists."""
        for model in get_indexed_models():
            if not model._meta.parents:
                kinds = get_descendants_content_types_pks(model)
                keys = model._default_manager.annotate(index_key=store.as_text("pk")).values("index_key")
                rows = store.IndexEntry.objects.filter(content_type_id__in=kinds)
                rows.exclude(object_id__in=keys)._raw_delete(using=rows.db)


class Rebuilder:
    """What `manage.py update_index` runs around its work."""

    def __init__(self, index):
        self.index = index

    def start(self):
        """Give the index, without what is stale."""
        self.index.delete_stale()
        spelling.forget_all()
        return self.index

    def finish(self):
        """Count every word anew, so that nothing can drift for longer than from one rebuild to the next."""
        with transaction.atomic():
            vocabulary.replace_all(store.stored_texts())


class SearchBackend(BaseSearchBackend):
    """The backend; it takes no options."""

    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = Index
    results_class = SearchResults
    rebuilder_class = Rebuilder

    def like(self, obj, queryset, limit):
        """Give the Likes (list, the best first) of an indexed object among the objects of `queryset`.

        Not part of Wagtail's search API: a site on Elasticsearch keeps this backend under another name.
        """
        content_types = get_descendants_content_types_pks(queryset.model)
        rows = store.IndexEntry.objects.filter(content_type_id=get_content_type_pk(type(obj)))
        text = stored_text(rows, str(obj.pk))
        return like(text, queryset, content_types, limit) if text else []
