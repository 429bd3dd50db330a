"""What the first reader after a restart waits, beside later ones.

    .venv/bin/python -m bench.first_view /articles/some-article/

Begins as a server's process does, asks the site that the environment names for a page in a new thread, and
prints one JSON object: milliseconds, "first" and "later" (median). The page is one that is stored.
"""

import json
import os
import statistics
import sys
import threading
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")

from freshness.bytecache.asking import Key, request_for
from healthsite.wsgi import django_application

LATER = 30
SETTLED = 0.02


def ask(path):
    """Ask for `path` (str) on localhost; give how long that took (ms)."""
    began = time.perf_counter()
    django_application(request_for(Key("http", "localhost", path, "")), lambda *_answer: None).close()
    return 1000 * (time.perf_counter() - began)


def measure(path):
    """Print the figures of the page at `path` (str)."""
    time.sleep(SETTLED)  # the thread that began this one has nothing to do any more
    first = ask(path)
    later = statistics.median(ask(path) for _time in range(LATER))
    print(json.dumps({"first": round(first, 1), "later": round(later, 1)}))


if __name__ == "__main__":
    reader = threading.Thread(target=measure, args=sys.argv[1:2])
    reader.start()
    reader.join()
