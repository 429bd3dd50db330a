"""Exit code 0 when the web server in this container answers: `python -m deploy.compose.health`."""

import os
import sys
import urllib.error
import urllib.request

ADDRESS = "http://127.0.0.1:8000/healthz"


def answers():
    """Say whether the site answers under the first of its names (bool)."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0]
    request = urllib.request.Request(ADDRESS, headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=4) as reply:  # noqa: S310 - our own address
            return reply.status == 200
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(not answers())
