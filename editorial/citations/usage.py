"""Which sources a page cites, read from its fields as they are now, draft or live."""

import json

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from .markup import STORED


def cited_source_ids(page):
    """Give the primary keys (list of int, each once, in text order) of the sources that `page` cites.

    Works on unsaved pages too: rich text, stream fields and inline children are read as they are in memory.
    """
    return list(dict.fromkeys(int(pk) for text in _texts(page) for pk in STORED.findall(text)))


def _texts(instance):
    for field in instance._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield _stream_text(field, instance)
        elif isinstance(field, models.TextField):
            yield getattr(instance, field.attname) or ""
    for relation in get_all_child_relations(type(instance)):
        for child in getattr(instance, relation.get_accessor_name()).all():
            yield from _texts(child)


def _stream_text(field, instance):
    """Give the stream's raw values as one text whose quotes are not escaped."""
    return json.dumps(getattr(instance, field.attname).get_prep_value()).replace('\\"', '"')
