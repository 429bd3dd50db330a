"""What changes rarely and is the same for everybody, kept in this process.

Everything is dropped when anything that visitors see was changed, here or in another process: the count of
changes tells. What changes by the clock is dropped after a minute. What is kept must not be changed.
"""

import threading
import time

from django.conf import settings
from django.db import connection

from .reading import reader
from .recording import add, good_through, recording

SECONDS = 60


class Kept:
    """Values by name, with the count of changes at which they were built."""

    def __init__(self):
        self._values, self._number, self._since = {}, None, 0.0
        self._lock = threading.Lock()

    def get(self, name, build):
        """Give the value under `name` (str), else what `build()` gives."""
        values = self._current()
        if name not in values:
            with recording() as record:
                value = build()
            values[name] = (value, record)
        return _used(*values[name])

    def get_each(self, name, keys, build):
        """Give {key: value} for `keys`; `build` gives it for the missing ones (set)."""
        values = self._current()
        missing = {key for key in keys if f"{name}-{key}" not in values}
        if missing:
            with recording() as record:
                found = build(missing)
            values.update({f"{name}-{key}": (value, record) for key, value in found.items()})
        return {key: _used(*values[f"{name}-{key}"]) for key in keys}

    def forget(self):
        """Drop everything; who is building something puts it where nobody looks any more."""
        self._values, self._since = {}, time.monotonic()

    def _current(self):
        # Two databases (tests) or a change within this transaction must not be mixed up.
        number, now = (reader.current(), connection.settings_dict["NAME"]), time.monotonic()
        if number != self._number or now - self._since > SECONDS:
            with self._lock:
                if number != self._number or now - self._since > SECONDS:
                    self._values, self._number, self._since = {}, number, now
        return self._values


def _used(value, record):
    """Give `value` to what is being made; it is written down there what that was made from."""
    add(record.tags)
    good_through(record.day)
    return value


_kept = Kept()


def kept(name, build):
    """Give what `build()` gives, remembered while nothing has been changed since. `name`: str, unique."""
    return _kept.get(name, build)


def counted(name, build):
    """The same, but built anew each time where changes are not counted: nothing would tell of them."""
    return kept(name, build) if settings.COUNT_CHANGES else build()


def counted_each(name, keys, build):
    """Give {key: value} for `keys` (set of str-able), each kept by itself as `counted` keeps one.

    `build`: a function that gives the same for those that are not kept, asked once for all of them.
    """
    return _kept.get_each(name, keys, build) if settings.COUNT_CHANGES else build(keys) if keys else {}


def forget_everything(**_signal):
    """Drop everything kept: whatever the database holds may have been changed wholesale."""
    _kept.forget()
