"""What hangs between the generated pages: subjects of articles, and related articles."""

from articles.models import ArticlePage, RelatedArticle

BATCH = 2000
RELATED = 4


def connect(articles, conditions, treatments):
    """Give each article a condition, a treatment, and RELATED others of its condition (lists of int: ids)."""
    _subjects(ArticlePage.conditions.through, "conditionpage_id", articles, conditions)
    _subjects(ArticlePage.treatments.through, "treatmentpage_id", articles, treatments)
    step = max(1, len(conditions))
    RelatedArticle.objects.bulk_create(_related(articles, step), batch_size=BATCH)


def _subjects(through, column, articles, pages):
    if pages:
        rows = (
            through(articlepage_id=pk, **{column: pages[place % len(pages)]})
            for place, pk in enumerate(articles)
        )
        through.objects.bulk_create(rows, batch_size=BATCH)


def _related(articles, step):
    for place, pk in enumerate(articles):
        for distance in range(1, RELATED + 1):
            other = articles[(place + distance * step) % len(articles)]
            if other != pk and (distance * step) % len(articles) == distance * step:
                yield RelatedArticle(from_page_id=pk, to_page_id=other, score=16.0 / distance, because=[])
