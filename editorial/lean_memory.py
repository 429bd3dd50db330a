"""What is drawn for a listing in the admin, remembered under everything that stands in it.

The key holds all that the drawing shows, so it is never out of date and never another person's.
"""

from collections.abc import Mapping

from django.forms.models import ModelChoiceIteratorValue
from django.utils.functional import Promise


class Remembered:
    """Values by key, at most `most` (int) of them."""

    def __init__(self, most):
        self.most, self._found = most, {}

    def get(self, key, make):
        """Give the value under `key` (hashable), else what `make()` gives; None is no key."""
        if key is None:
            return make()
        if key not in self._found:
            if len(self._found) >= self.most:
                self._found = {}
            self._found[key] = make()
        return self._found[key]


def frozen(value, unpack=None):
    """Give what `value` says (hashable): texts in the active language, containers as tuples.

    `unpack(other)` gives what stands in anything else. Raises TypeError for what cannot be said.
    """
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool | int):
        return type(value), value
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, ModelChoiceIteratorValue):
        return frozen(value.value, unpack)
    if isinstance(value, Mapping):
        return dict, tuple((key, frozen(part, unpack)) for key, part in value.items())
    if isinstance(value, list | tuple):
        return list, tuple([frozen(part, unpack) for part in value])
    if unpack is None:
        raise TypeError(f"Nothing is known of {type(value)}.")
    return type(value), frozen(unpack(value), unpack)
