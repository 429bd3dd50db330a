"""What each page costs a process: queries, milliseconds of the processor (median) and of waiting (p95).

    DATABASE_URL=... .venv/bin/python -m bench.in_process

Reads the site that the environment names and prints one JSON object. Publishing changes one article.
"""

import gc
import io
import json
import os
import random
import statistics
import time
from itertools import count

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")

import django

django.setup()

from django.conf import settings  # noqa: E402 after setup
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils.crypto import get_random_string  # noqa: E402
from django.utils.http import urlencode  # noqa: E402

from articles.models import ArticleIndexPage, ArticlePage  # noqa: E402
from bench.subjects import DISCUSSED, QUIET, discussed_article, quiet_articles  # noqa: E402
from comments.models import RateCount  # noqa: E402
from comments.stamp import new_stamp  # noqa: E402
from conditions.models import ConditionPage, TreatmentPage  # noqa: E402
from freshness.bytecache.asking import Key, request_for  # noqa: E402

application = get_wsgi_application()

PAGES = 30
ADMIN_TIMES = 8
LISTS = ["/", "/articles/", "/articles/?page=2", "/conditions/", "/treatments/", "/search/?q=bench+garden"]
ADMIN_LISTS = {
    "explorer, articles": lambda: f"/admin/pages/{ArticleIndexPage.objects.first().pk}/",
    "listing, articles": lambda: "/admin/articles/",
    "moderation queue": lambda: "/admin/reader-comments/",
}


def addresses(model):
    """Give the addresses of PAGES published pages of `model`, chosen by chance but always the same.

    Generated ones, which are alike at every size of the site: a larger one has a smaller share of others.
    """
    found = model.objects.live().filter(locale__language_code="en", slug__startswith="generated-")
    keys = list(found.values_list("pk", flat=True))
    chosen = random.Random(7).sample(keys, min(PAGES, len(keys)))  # noqa: S311 no secret
    return [page.get_url() for page in model.objects.filter(pk__in=chosen)]


def measured(act, things):
    """Do `act(thing)` for each of `things`; give {"queries", "ms", "p95"}."""
    act(things[0])
    busy, waited = [], []
    for thing in things:
        started, used = time.perf_counter(), time.process_time()
        act(thing)
        busy.append(1000 * (time.process_time() - used))
        waited.append(1000 * (time.perf_counter() - started))
    with CaptureQueriesContext(connection) as captured:
        act(things[-1])
    p95 = statistics.quantiles(waited, n=20)[18] if len(waited) > 1 else waited[0]
    return {"queries": len(captured), "ms": round(statistics.median(busy), 1), "p95": round(p95, 1)}


def answered(expected, path, **more):
    """Ask as a server does, without the test client's own work; `more`: words of WSGI besides."""
    path, _mark, query = path.partition("?")
    said = []
    call = request_for(Key("http", "localhost", path, query)) | more
    reply = application(call, lambda line, _headers, _failure=None: said.append(line))
    for _part in reply:
        pass
    reply.close()
    if not said[0].startswith(str(expected)):
        raise RuntimeError(f"{path} answered {said[0]}")


def asker(cookies=""):
    """Give a function that asks for an address, with `cookies` (str), and wants it found."""
    return lambda address: answered(200, address, HTTP_COOKIE=cookies)


def public_pages(suffix):
    """Measure every kind of public page; `suffix` (str) tells the way in the name."""
    ask = asker()
    kinds = {"article": ArticlePage, "condition": ConditionPage, "treatment": TreatmentPage}
    found = {name: addresses(model) for name, model in kinds.items()}
    found |= {name: [address] * 10 for name, address in single_pages().items()}
    for visits in found.values():
        for address in set(visits):
            ask(address)
    return {f"{name}{suffix}": measured(ask, visits) for name, visits in found.items()}


def single_pages():
    """Give {name: address} of two articles, as far as the site has them, and of the lists."""
    articles = {QUIET: quiet_articles().first(), DISCUSSED: discussed_article()}
    lists = {f"list {address}": address for address in LISTS}
    return {name: page.get_url() for name, page in articles.items() if page} | lists


def admin_pages():
    """Measure what staff open, as a superuser."""
    client = Client()
    user, _made = get_user_model().objects.get_or_create(username="bench", is_superuser=True, is_staff=True)
    client.force_login(user)
    ask = asker("; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items()))
    return {name: measured(ask, [place()] * ADMIN_TIMES) for name, place in ADMIN_LISTS.items()}


def poster():
    """Give a function that posts a comment under an article, each time another text from another network."""
    settings.COMMENTS_MIN_SECONDS = 0
    # What earlier rounds sent would be taken for a flood.
    RateCount.objects.all().delete()
    page = ArticlePage.objects.live().filter(locale__language_code="en").order_by("pk").first()
    numbers, secret = count(int(10 * time.time()) % 1_000_000), get_random_string(32)

    def post(_thing):
        number = next(numbers)
        body = (
            f"For {number} months I had this, and walking helped me more than I had thought, {number} times."
        )
        form = {"name": "Maria", "email": "", "body": body, "consent": "on", "stamp": new_stamp(page.pk)}
        typed = urlencode({**form, "csrfmiddlewaretoken": secret}).encode()
        answered(
            303,
            f"/comments/{page.pk}/new/",
            REQUEST_METHOD="POST",
            CONTENT_TYPE="application/x-www-form-urlencoded",
            CONTENT_LENGTH=str(len(typed)),
            HTTP_COOKIE=f"{settings.CSRF_COOKIE_NAME}={secret}",
            REMOTE_ADDR=f"10.{number // 250 % 250}.{number % 250}.1",
            **{"wsgi.input": io.BytesIO(typed)},
        )

    return post


def publish(article):
    """Publish one article anew."""
    article.save_revision().publish()


def results():
    """Measure everything; give {name: {"queries", "ms", "p95"}}."""
    # As healthsite.wsgi does.
    gc.collect()
    gc.freeze()
    settings.COUNT_CHANGES = True
    found = public_pages(", stored")
    settings.COUNT_CHANGES = False
    found |= public_pages(", rendered")
    settings.COUNT_CHANGES = True
    article = ArticlePage.objects.live().filter(slug__startswith="generated-").first()
    if article:
        found["publish"] = measured(publish, [article] * ADMIN_TIMES)
    found["post a comment"] = measured(poster(), range(PAGES))
    return {**found, **admin_pages(), "a loop of Python": measured(loop, range(PAGES))}


def loop(_thing):
    """Do what takes a processor at rest some milliseconds: tells how busy the machine was."""
    sum(range(200_000))


if __name__ == "__main__":
    print(json.dumps(results()))
