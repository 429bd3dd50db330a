"""One page of every kind that readers meet, on the demonstration."""

import re
import urllib.request
from urllib.parse import quote

ARTICLE = "/articles/can-massage-push-a-disc-back/"
LANGUAGES = {"en": "", "zh-hans": "/zh-hans"}
WORDS = {"en": "disc", "zh-hans": "%E6%A4%8E%E9%97%B4%E7%9B%98"}
# `{page}` and `{topic}` stand for the number and the first topic of ARTICLE.
PLACES = {
    "home": "/",
    "a to z": "/conditions/",
    "condition": "/conditions/osteonecrosis-of-the-femoral-head/",
    "treatments": "/treatments/",
    "treatment": "/treatments/stem-cell-therapy/",
    "articles": "/articles/",
    "article": "/articles/hip-osteonecrosis-old-and-new-treatments/",
    "question and answer": ARTICLE,
    "handout": ARTICLE + "handout/",
    "topics": "/articles/topics/",
    "topic": "/articles/topics/{topic}/",
    "people": "/people/",
    "person": "/people/ada-sample/",
    "glossary": "/glossary/",
    "standard page": "/about-this-demonstration/",
    "search": "/search/",
    "something found": "/search/?q={words}",
    "nothing found": "/search/?q=qqxyzzy",
    "comment form": "/comments/{page}/new/",
    "comments": "/comments/{page}/",
    "about comments": "/comments/",
    "own comments": "/comments/mine/",
    "private word": "/comments/{page}/feedback/",
    "safety report": "/safety/{page}/report/",
    "corrections": "/corrections/",
    "style guide": "/style-guide/",
    "missing": "/nothing-is-here/",
}
NUMBER = re.compile(r'data-page="(\d+)"')
TOPIC = re.compile(r'href="[^"]*/articles/topics/([^/"]+)/"')


def filled(place, language, *, page, topic):
    """Give the address (str) of one of PLACES in "en" or "zh-hans"; `page`: number, `topic`: its slug."""
    return LANGUAGES[language] + PLACES[place].format(page=page, topic=topic, words=WORDS[language])


def read_addresses(site, language):
    """Give the address (str) of every place (dict) at the `site` (str) that runs."""
    with urllib.request.urlopen(site + LANGUAGES[language] + ARTICLE, timeout=60) as answer:  # noqa: S310 - http
        html = answer.read().decode()
    known = {"page": NUMBER.search(html)[1], "topic": quote(TOPIC.search(html)[1], safe="%")}
    return {place: filled(place, language, **known) for place in PLACES}
