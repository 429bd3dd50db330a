"""Copies in memory, the ones longest unused dropped when there are too many bytes."""

import threading
import time
from collections import OrderedDict

# A page so large that it would push out many others is not kept.
LARGEST_SHARE = 8
# How long an answer that may not be kept is remembered as such, so that nobody waits for it in turn.
PASSED_SECONDS = 60
MOST_PASSED = 10_000


class Store:
    """Copies by key, at most `limit` bytes together."""

    def __init__(self, limit):
        """`limit`: bytes (int)."""
        self.limit, self.size = limit, 0
        self._copies, self._passed = OrderedDict(), OrderedDict()
        self._lock = threading.Lock()

    def __len__(self):
        return len(self._copies)

    def get(self, key):
        """Give the Copy under `key` and mark it as used; None without one."""
        copy = self._copies.get(key)
        if copy is not None:
            try:  # noqa: SIM105 suppress() would take a third of what keeping saves
                self._copies.move_to_end(key)
            except KeyError:  # dropped by another thread in between
                pass
        return copy

    def put(self, key, copy):
        """Keep `copy` under `key`."""
        with self._lock:
            self._take_out(key)
            self._passed.pop(key, None)
            if copy.size > self.limit // LARGEST_SHARE:
                return
            self._copies[key] = copy
            self.size += copy.size
            while self.size > self.limit:
                self._take_out(next(iter(self._copies)))

    def drop(self, key):
        """Keep nothing under `key`, and know for a while that its answer may not be kept."""
        with self._lock:
            self._take_out(key)
            self._passed[key] = time.monotonic()
            while len(self._passed) > MOST_PASSED:
                self._passed.popitem(last=False)

    def is_passed(self, key):
        """Whether the answer under `key` was seen a moment ago to be one that may not be kept."""
        since = self._passed.get(key)
        return since is not None and time.monotonic() - since < PASSED_SECONDS

    def _take_out(self, key):
        copy = self._copies.pop(key, None)
        if copy is not None:
            self.size -= copy.size
