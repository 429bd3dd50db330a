"""One page of every kind that readers meet, on the demonstration."""

from articles.models import ArticlePage
from scripts.places import ARTICLE, LANGUAGES, PLACES, filled
from tests.needs import SHARED

__all__ = ["ARTICLE", "LANGUAGES", "PLACES", "SEEDS", "address", "question_and_answer"]

# The five source pages beside the project: read at test time, never copied into it.
SEEDS = SHARED / "seeds"


def question_and_answer(language="en"):
    """Give the ArticlePage at ARTICLE."""
    slug = ARTICLE.strip("/").split("/")[-1]
    return ArticlePage.objects.get(slug=slug, locale__language_code=language)


def address(place, language="en"):
    """Give the address (str) of one of PLACES in "en" or "zh-hans"."""
    article = question_and_answer(language)
    return filled(place, language, page=article.pk, topic=article.tags.first().slug)
