"""Connections to the cache that all processes share; while it is gone nobody waits for it."""

import logging
import time

from redis.connection import ConnectionPool
from redis.exceptions import ConnectionError as NotConnected
from redis.exceptions import TimeoutError as TooLate

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 5


class PausingPool(ConnectionPool):
    """Redis's pool of connections, which after a failure refuses at once for PAUSE_SECONDS.

    A server that is switched off lets each attempt wait for its time limit: one request in five seconds may
    wait so, not every one. The log has one line when the cache goes and one when it is back.
    """

    gone_until, is_gone = 0.0, False

    def get_connection(self, *_names, **_options):
        """Give a connection that answers. Raises Redis's ConnectionError or TimeoutError."""
        if time.monotonic() < self.gone_until:
            raise NotConnected("The shared cache was gone a moment ago.")
        try:
            connection = super().get_connection()
        except (NotConnected, TooLate) as error:
            self._pause(error)
            raise
        if self.is_gone:
            self.is_gone = False
            logger.warning("The shared cache is back.")
        return connection

    def _pause(self, error):
        self.gone_until = time.monotonic() + PAUSE_SECONDS
        if not self.is_gone:
            self.is_gone = True
            logger.warning("The shared cache is gone, the site goes on without it: %s", error)
