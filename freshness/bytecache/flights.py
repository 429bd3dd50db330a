"""One renderer for a page at a time; who else asks for it waits for that one."""

import threading


class Flights:
    """Which keys are being rendered, and who waits."""

    def __init__(self):
        self._under_way = {}
        self._lock = threading.Lock()

    def join(self, key):
        """Give None to the one who is to render `key` and must `land` it, to others an Event that tells."""
        with self._lock:
            landed = self._under_way.get(key)
            if landed is None:
                self._under_way[key] = threading.Event()
            return landed

    def land(self, key):
        """Wake those who wait for `key`."""
        with self._lock:
            self._under_way.pop(key).set()
