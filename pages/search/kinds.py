"""Which page types readers can find, and under which word a type stands in an address."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst


def models():
    """Give {word in the address: page model} (dict), in the order of settings.SEARCH_PAGE_TYPES."""
    return {word: apps.get_model(name) for word, name in settings.SEARCH_PAGE_TYPES.items()}


def content_type_ids():
    """Give {word in the address: id of the content type} (dict)."""
    found = models()
    types = ContentType.objects.get_for_models(*found.values())
    return {word: types[model].pk for word, model in found.items()}


def label(word):
    """Give the name (str) of a kind for readers, for example "Conditions"."""
    return capfirst(models()[word]._meta.verbose_name_plural)


def name_of(page):
    """Give the name (str) of a specific page's type for readers, for example "Condition"."""
    return capfirst(page._meta.verbose_name)
