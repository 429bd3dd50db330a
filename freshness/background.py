"""One thread of a server's process for what nobody waits for.

It imports no models: the server's door is there before them.
"""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

logger = logging.getLogger(__name__)


class Background:
    """A thread that does one thing after the other; `serves` (bool) once a server has begun here."""

    def __init__(self):
        self.serves, self._waiting, self._thread = False, set(), None

    def serve(self):
        """Be there from now on: this process answers visitors."""
        self.serves, self._thread = True, ThreadPoolExecutor(1, "background")

    def add(self, act, about):
        """Call `act(about)` later, once where it waits already. `about`: hashable."""
        if (act, about) not in self._waiting:
            self._waiting.add((act, about))
            self._thread.submit(self._do, act, about)

    def _do(self, act, about):
        self._waiting.discard((act, about))
        try:
            act(about)
        except Exception:
            logger.exception("What was to be done in the background failed")
        finally:
            connections.close_all()


background = Background()
