"""One page of every kind that readers meet, on the demonstration."""

from articles.models import ArticlePage
from tests.needs import SHARED

# The five source pages beside the project: read at test time, never copied into it.
SEEDS = SHARED / "seeds"
ARTICLE = "/articles/can-massage-push-a-disc-back/"
LANGUAGES = {"en": "", "zh-hans": "/zh-hans"}
WORDS = {"en": "disc", "zh-hans": "椎间盘"}
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
    "topics": "/articles/topics/",
    "topic": "/articles/topics/{topic}/",
    "people": "/people/",
    "person": "/people/ada-sample/",
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
    "missing": "/nothing-is-here/",
}


def question_and_answer(language="en"):
    """Give the ArticlePage at ARTICLE."""
    slug = ARTICLE.strip("/").split("/")[-1]
    return ArticlePage.objects.get(slug=slug, locale__language_code=language)


def address(place, language="en"):
    """Give the address (str) of one of PLACES in "en" or "zh-hans"."""
    article = question_and_answer(language)
    topic = article.tags.first().slug
    return LANGUAGES[language] + PLACES[place].format(page=article.pk, topic=topic, words=WORDS[language])
