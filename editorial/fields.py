"""All texts of a page as they are in memory: saved or not, draft or live, its children's too."""

import json

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

SKIPPED_RELATIONS = {"wagtail_admin_comments", "contributions", "page_sources", "picked_articles"}


def raw_texts(instance):
    """Yield every stored text (str) of `instance`: text, rich text, streams as JSON, inline children."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield _stream_text(field, instance)
        elif isinstance(field, models.TextField):
            yield getattr(instance, field.attname) or ""
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name not in SKIPPED_RELATIONS:
            for child in getattr(instance, name).all():
                yield from raw_texts(child)


def _stream_text(field, instance):
    """Give the stream's raw values as one text whose quotes are not escaped."""
    value = getattr(instance, field.attname).get_prep_value()
    return json.dumps(value, ensure_ascii=False).replace('\\"', '"')
