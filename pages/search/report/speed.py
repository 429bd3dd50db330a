"""How the time of a search grows with the site."""

import random
import re
from time import perf_counter

from django.test import Client
from django.urls import reverse

from . import corpora, metrics

QUESTIONS = 150
SENTENCE = re.compile(r"(?<=[.?!])\s+")
# What readers type most: few words, in nearly every text.
COMMON = ["pain", "cancer", "disease treatment", "what are the symptoms of diabetes", "blood", "children"]


def measure(run, size, asked):
    """Print the times of searching for `asked` (list of str) among `size` pages; give the slow one.

    `run`: a ranking.Run; the slow one is the 95th percentile (float, seconds).
    """
    client = Client()
    seconds(client, "warm")
    # The fastest of three: what else the machine did meanwhile is not the search's.
    times = sorted(min(seconds(client, text) for _turn in range(3)) for text in asked)
    middle, slow = times[len(times) // 2], metrics.percentile95(times)
    run.write(f"{size:7} pages: search median {middle * 1000:.0f} ms, 95th percentile {slow * 1000:.0f} ms")
    return slow


def compare(run, what, small, large, limit):
    """Print how many times as long as `small` (s) `large` (s) is; note in a ranking.Run if over `limit`."""
    growth = large / small
    run.write(f"        {what}: {growth:.2f} times as long (at most {limit})")
    if growth > limit:
        run.missed.append(f"{what} {growth:.1f} times as long, not {limit}")


def questions(articles):
    """Give the texts (list of str) to search for, always the same: titles, lay names, and what is common."""
    chance = random.Random(2)  # noqa: S311
    chosen = chance.sample(articles, QUESTIONS)
    return [chance.choice([article.title, *article.names]) for article in chosen] + COMMON * 4


def variant(articles, number):
    """Give a Text made of sentences of one article and some of another, different for each `number` (int)."""
    chance = random.Random(number)  # noqa: S311
    article, other = articles[number % len(articles)], chance.choice(articles)
    own, foreign = (SENTENCE.split(text.body)[:30] for text in (article, other))
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
