"""What hangs between the generated pages: subjects of articles, and related articles."""

from django.db import connection, transaction

from articles.models import ArticlePage, RelatedArticle
from freshness.watching import count_change

from .rows import insert

BATCH = 2000
RELATED = 4


def connect(articles, conditions, treatments):
    """Give each article a condition, a treatment, and RELATED others of its condition (lists of int: ids)."""
    for start in range(0, len(articles), BATCH):
        _batch(articles, range(start, min(start + BATCH, len(articles))), conditions, treatments)


@transaction.atomic
def _batch(articles, places, conditions, treatments):
    count_change(connection)
    _subjects(ArticlePage.conditions.through(), "conditionpage_id", articles, places, conditions)
    _subjects(ArticlePage.treatments.through(), "treatmentpage_id", articles, places, treatments)
    related = _related(articles, places, max(1, len(conditions)))
    insert(RelatedArticle(because=[]), ("from_page_id", "to_page_id", "score"), related)


def _subjects(pattern, column, articles, places, pages):
    if pages:
        rows = ((articles[place], pages[place % len(pages)]) for place in places)
        insert(pattern, ("articlepage_id", column), rows)


def _related(articles, places, step):
    for place in places:
        for distance in range(1, RELATED + 1):
            other = articles[(place + distance * step) % len(articles)]
            if other != articles[place] and (distance * step) % len(articles) == distance * step:
                yield articles[place], other, 16.0 / distance
