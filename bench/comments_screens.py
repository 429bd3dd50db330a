"""The screens that are measured: how many queries, how long."""

from dataclasses import dataclass
from functools import partial
from time import perf_counter

from django.db import connection
from django.test import Client

from comments.desk import LANES
from comments.models import ReaderComment
from comments.threads import ORDERS, load_threads
from editorial.models import User

from .comments_rows import pages

ROUNDS = 7
MOST_QUERIES = 19
DESK = "/admin/reader-comments/"


@dataclass(frozen=True)
class Taken:
    """What one screen took: queries (int) and, of several times in milliseconds, the shortest (float).

    The shortest is the one that other programs on the machine disturbed least.
    """

    queries: int
    time: float


def _take(show):
    show()
    asked = []

    def count(execute, *question):
        asked.append(question[0])
        return execute(*question)

    with connection.execute_wrapper(count):
        show()
    times = []
    for _round in range(ROUNDS):
        start = perf_counter()
        show()
        times.append(perf_counter() - start)
    return Taken(len(asked), min(times) * 1000)


def _get(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")


def _middle(page):
    """Give the id (int) of the thread in the middle of a page's threads."""
    threads = ReaderComment.objects.threads(page).order_by("created_at", "id")
    return threads.values_list("pk", flat=True)[threads.count() // 2]


def screens():
    """Give (name, function that shows the screen) of everything that is measured."""
    client = Client()
    client.force_login(User.objects.get(username="bench"))
    for key, label in LANES:
        yield f"desk, {label}", partial(_get, client, f"{DESK}?lane={key}")
    waiting = ReaderComment.objects.in_lane("suspect").order_by("created_at", "id")
    far = waiting.values_list("pk", flat=True)[waiting.count() // 2]
    yield "desk, middle of a lane", partial(_get, client, f"{DESK}?lane=suspect&after={far}")
    yield "a comment in its context", partial(_get, client, f"{DESK}{far}/")
    yield "log", partial(_get, client, f"{DESK}log/")
    yield "figures", partial(_get, client, f"{DESK}figures/")
    yield "front page of the admin", partial(_get, client, "/admin/")
    page = pages()[0]
    for order in ORDERS:
        yield f"comments, {order} first", partial(load_threads, page, order=order)
    yield "comments, middle", partial(load_threads, page, cursor=_middle(page))


def measure_all():
    """Give a dict of name of the screen to Taken."""
    return {str(name): _take(show) for name, show in screens()}


def compare(few, small, many, large):
    """Print what the screens took with `few` and with `many` comments; give the exit code (int)."""
    print(f"{'':<28}{few:>11,}{'':>9}{many:>12,}")
    print(f"{'screen':<28}{'queries':>8}{'ms':>8}{'queries':>10}{'ms':>8}{'times as long':>15}")
    wrong = 0
    for name, before in small.items():
        after = large[name]
        ratio = after.time / before.time
        print(
            f"{name:<28}{before.queries:>8}{before.time:>8.1f}{after.queries:>10}{after.time:>8.1f}{ratio:>15.1f}"
        )
        wrong += after.queries > MOST_QUERIES or after.queries > before.queries + 1
    return int(bool(wrong))
