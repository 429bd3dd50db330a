"""How the time of a search grows with the site."""

import random
import re
from time import perf_counter

from django.test import Client
from django.urls import reverse

from . import corpora, metrics, scratch

SMALL = 1000
SLOWER = 3
CHUNK = 2000
QUESTIONS = 200
SENTENCE = re.compile(r"(?<=[.?!])\s+")
# What readers type most: few words, in nearly every text.
COMMON = ["pain", "cancer", "disease treatment", "what are the symptoms of diabetes", "blood", "children"]


def measure(run, most):
    """Print the 95th percentile of a search among 1,000 pages and among `most` (int) for a ranking.Run."""
    articles = corpora.medquad(run.folder, with_names=True)
    asked, client = questions(articles), Client()
    seconds(client, "warm")
    found = []
    for made, size in ((0, SMALL), (SMALL, most)):
        grow(run.home, articles, made, size)
        times = sorted(seconds(client, text) for text in asked)
        found.append(metrics.percentile95(times))
        middle, slow = times[len(times) // 2] * 1000, found[-1] * 1000
        run.write(f"{size:7} pages: median {middle:.0f} ms, 95th percentile {slow:.0f} ms")
    if found[1] > SLOWER * found[0]:
        run.missed.append(f"95th percentile {found[1] / found[0]:.1f} times as long, not {SLOWER}")


def grow(home, articles, made, size):
    """Add pages below `home` until there are `size` (int); `made` (int) are there already."""
    for first in range(made, size, CHUNK):
        texts = [variant(articles, number) for number in range(first, min(first + CHUNK, size))]
        scratch.index_ours(texts, scratch.add_pages(home, texts, first=first + 1))
    scratch.settle()


def questions(articles):
    """Give the texts (list of str) to search for, always the same: titles, lay names, and what is common."""
    chance = random.Random(2)  # noqa: S311
    chosen = chance.sample(articles, QUESTIONS)
    return [chance.choice([article.title, *article.names]) for article in chosen] + COMMON * 4


def variant(articles, number):
    """Give a Text made of sentences of one article and some of another, different for each `number` (int)."""
    chance = random.Random(number)  # noqa: S311
    article, other = articles[number % len(articles)], chance.choice(articles)
    own, foreign = (SENTENCE.split(text.body)[:60] for text in (article, other))
    body = [*chance.sample(own, len(own) * 2 // 3), *chance.sample(foreign, len(foreign) // 3)]
    names = article.names if number < len(articles) else []
    return corpora.Text(str(number), f"{article.title} {number}", names, " ".join(body))


def seconds(client, text):
    """Give how long (float, seconds) the result page for `text` (str) takes, without the network."""
    start = perf_counter()
    response = client.get(reverse("search"), {"q": text}, headers={"host": "localhost"})
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code} for {text!r}")
    return perf_counter() - start
