"""What the search fields of an object hold."""

from django.db.models import Manager
from django.utils.encoding import force_str
from modelsearch.index import AutocompleteField, RelatedFields, SearchField

# A SearchField with this boost or more holds names of the thing.
NAME_BOOST = 5
# The title of a page has this boost; that of what it is related to has none, and is no name of the page.
TITLE_BOOST = 2


def is_name(field):
    """Whether a SearchField holds names (bool)."""
    return (field.boost or 1) >= (TITLE_BOOST if field.field_name == "title" else NAME_BOOST)


def field_values(obj, fields):
    """Yield (field, value) for every searchable field of `obj` and of what it is related to."""
    for field in fields:
        if isinstance(field, (SearchField, AutocompleteField)):
            yield field, field.get_value(obj)
        elif isinstance(field, RelatedFields):
            for related in related_objects(field.get_value(obj)):
                yield from field_values(related, field.fields)


def related_objects(value):
    """Give the objects (iterable) behind the value of a RelatedFields."""
    if value is None:
        return []
    if isinstance(value, Manager):
        return value.all()
    return [value() if callable(value) else value]


def strings(value):
    """Give the texts (list of str) in a field's value, however it nests lists and dictionaries."""
    if value is None:
        return []
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in strings(item)]
    return [force_str(value)]
