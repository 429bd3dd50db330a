"""How the time of a publication grows with the site, related articles included."""

import random
from itertools import islice
from statistics import median
from time import perf_counter
from unittest.mock import patch

from articles.models import ArticleIndexPage, ArticlePage
from conditions.models import ConditionIndexPage, ConditionPage
from editorial.gate import problems
from pages.search.report import corpora, scratch, speed

from .storing import relate

CONDITIONS = 300
# One article in ten is about the same condition, as on a site with one great subject.
POPULAR = 10
PUBLISHED = 30
SLOWER = 2


def measure(run, most):
    """Print what a publication costs among 1,000 articles and among `most` (int) for a ranking.Run."""
    texts = corpora.medquad(run.folder, with_names=False)
    conditions = make_conditions(run.home)
    index = below(run.home, ArticleIndexPage(title="Articles", slug="articles"))
    together = []
    for made, size in ((0, speed.SMALL), (speed.SMALL, most)):
        grow(index, texts, conditions, made, size)
        index = ArticleIndexPage.objects.get(pk=index.pk)
        times = [publish(article) for article in articles(index, texts, conditions)]
        publishing, relating, both = (1000 * median(column) for column in zip(*times, strict=True))
        together.append(both)
        run.write(
            f"{size:7} articles: publish {publishing:.0f} ms, relate {relating:.0f} ms, both {both:.0f} ms"
        )
    growth = together[1] / together[0]
    run.write(f"        a publication costs {growth:.2f} times as much (medians of {PUBLISHED})")
    if growth > SLOWER:
        run.missed.append(f"a publication costs {growth:.1f} times as much, not {SLOWER}")


def below(parent, page):
    """Give `page`, stored as a child of `parent`."""
    page.locale = parent.locale
    return parent.add_child(instance=page)


def make_conditions(home):
    """Give CONDITIONS published conditions (list) below `home`."""
    index = below(home, ConditionIndexPage(title="Conditions", slug="conditions"))
    return [below(index, ConditionPage(title=f"Condition {number}")) for number in range(CONDITIONS)]


def grow(index, texts, conditions, made, size):
    """Add articles below `index` until there are `size` (int); `made` (int) are there already."""
    for first in range(made, size, speed.CHUNK):
        chunk = [speed.variant(texts, number) for number in range(first, min(first + speed.CHUNK, size))]
        # The drafts of a measurement stand behind the `made` ones.
        place = first + 1 + (CONDITIONS if made else 0)
        keys = scratch.add_pages(index, chunk, first=place, model=ArticlePage)
        scratch.index_ours(chunk, keys, model=ArticlePage)
        name_conditions(keys, conditions)
    scratch.settle()


def name_conditions(keys, conditions):
    """Store what the articles `keys` ({page key: text id}) are about, a few `conditions` for each."""
    through = ArticlePage.conditions.through
    rows = []
    for key, number in keys.items():
        chance = random.Random(int(number))  # noqa: S311
        chosen = {chance.choice(conditions).pk, *([conditions[0].pk] if int(number) % POPULAR == 0 else ())}
        rows += [through(articlepage_id=int(key), conditionpage_id=pk) for pk in chosen]
    through.objects.bulk_create(rows, batch_size=scratch.BATCH)


def articles(index, texts, conditions):
    """Yield PUBLISHED drafts below `index`, of those `texts` that no rule of the gate refuses."""
    drafts = (draft(index, text, conditions[number]) for number, text in enumerate(texts[:CONDITIONS]))
    yield from islice((article for article in drafts if not problems(article, hard_only=True)), PUBLISHED)


def draft(index, text, condition):
    """Give a new ArticlePage below `index` about `condition`, not public."""
    article = below(index, ArticlePage(title=f"New: {text.title[:200]}", summary=text.body, live=False))
    article.conditions = [condition]
    return article


def publish(article):
    """Publish a draft as an editor does; give (s) how long that took, finding what is related, and both."""
    start = perf_counter()
    with patch("articles.models.article.relate_soon"):
        article.save_revision().publish()
    published = perf_counter()
    relate(ArticlePage.objects.get(pk=article.pk))
    end = perf_counter()
    return published - start, end - published, end - start
