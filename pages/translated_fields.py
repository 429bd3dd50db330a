"""What becomes of a field when a page is translated: translated, shared, or each language's own.

Text fields are translated without being named. A model lists the others in `override_translatable_fields`.
"""

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField


class OwnField(BaseTranslatableField):
    """A field that each language keeps for itself: synchronising leaves it as it is."""


def shared(*names):
    """Give the fields called `names` (str) as copied from the original and not to be changed (list)."""
    return [SynchronizedField(name, overridable=False) for name in names]


def own(*names):
    """Give the fields called `names` (str) as each language's own (list)."""
    return [OwnField(name) for name in names]
