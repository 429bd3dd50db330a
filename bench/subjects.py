"""Which pages of the site are measured: those of the demonstration, twenty comments under one of them.

    .venv/bin/python -m bench.subjects

Prints one JSON object: addresses by name, and how many characters the text of the article has.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")
django.setup()

from django.db.models import Count, Q  # noqa: E402 after setup
from django.utils.html import strip_tags  # noqa: E402

from articles.models import ArticleIndexPage, ArticlePage  # noqa: E402
from comments.models import Status  # noqa: E402
from comments.services import load_comment  # noqa: E402
from conditions.models import ConditionPage, TreatmentPage  # noqa: E402
from demo.bulk import texts  # noqa: E402

COMMENTS = 20
QUIET, DISCUSSED = "article without comments", f"article, {COMMENTS} comments"


def english(model):
    """Give the published English pages (queryset) of `model`, oldest first."""
    return model.objects.live().filter(locale__language_code="en").order_by("pk")


def quiet_articles():
    """Give the English articles (queryset) without any comment."""
    return english(ArticlePage).filter(reader_comments__isnull=True)


def discussed_article():
    """Give the first English article with COMMENTS public comments; without one, a quiet one gets them.

    Not under the first of the quiet ones: that stays so. None where there is no second.
    """
    public = Count("reader_comments", filter=Q(reader_comments__status=Status.APPROVED))
    found = english(ArticlePage).annotate(public=public).filter(public=COMMENTS).first()
    return found or discuss(quiet_articles()[1:2].first())


def discuss(article):
    """Put COMMENTS comments under `article`, which has none, and give it."""
    for place in range(COMMENTS if article else 0):
        body = f"{texts.MARK} {texts.sentence(place)}"
        load_comment(page=article, name=f"Generated reader {place}", body=body)
    return article


def subjects():
    """Give the addresses (dict) of the pages by name; what the site does not have is not in it."""
    found = {
        QUIET: quiet_articles().first(),
        DISCUSSED: discussed_article(),
        "condition": english(ConditionPage).first(),
        "treatment": english(TreatmentPage).first(),
        "list of articles": english(ArticleIndexPage).first(),
    }
    return {name: page.get_url() for name, page in found.items() if page}


def characters():
    """Give how many characters (int) of text the article without comments has, summary and body."""
    article = quiet_articles().first()
    return len(" ".join(strip_tags(f"{article.summary} {article.body}").split()))


if __name__ == "__main__":
    print(json.dumps({"pages": subjects(), "characters": characters()}))
