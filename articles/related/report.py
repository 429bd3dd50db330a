"""How the time of a search and of a publication, related articles included, grows with the site."""

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

CONDITIONS = 100
# One article in ten is about the same condition, as on a site with one great subject.
POPULAR = 10
PUBLISHED = 25
SMALL = 1000
CHUNK = 2000


def measure(run, most):
    """Print what a search and a publication take among 1,000 articles and among `most` (int).

    `run`: a ranking.Run, which notes what is above its limit.
    """
    texts = corpora.medquad(run.folder, with_names=True)
    conditions, asked = make_conditions(run.home), speed.questions(texts)
    index = below(run.home, ArticleIndexPage(title="Articles", slug="articles"))
    searches, publications = [], []
    for made, size in ((0, SMALL), (SMALL, most)):
        grow(index, texts, conditions, made, size)
        index = ArticleIndexPage.objects.get(pk=index.pk)
        searches.append(speed.measure(run, size, asked))
        times = [publish(article) for article in articles(index, texts, conditions)]
        publications.append([median(column) for column in zip(*times, strict=True)])
        publishing, relating, both = (f"{seconds * 1000:.0f} ms" for seconds in publications[-1])
        run.write(f"{size:7} pages: publish {publishing}, relate {relating}, both {both} (medians)")
    speed.compare(run, "95th percentile of a search", *searches, 3)
    speed.compare(run, "a publication with relating", publications[0][2], publications[1][2], 2)


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
    for first in range(made, size, CHUNK):
        chunk = [speed.variant(texts, number) for number in range(first, min(first + CHUNK, size))]
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
