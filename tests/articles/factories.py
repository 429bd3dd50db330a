"""Articles for tests."""

from articles.models import ArticlePage


def make_article(
    parent,
    title="Can massage move a disc back?",
    *,
    live=True,
    conditions=(),
    treatments=(),
    tags=(),
    **fields,
):
    """Give an ArticlePage under `parent` (an ArticleIndexPage), with its conditions, treatments and tags."""
    article = ArticlePage(title=title, locale=parent.locale, live=live, **fields)
    article.conditions = list(conditions)
    article.treatments = list(treatments)
    article.tags.add(*tags)
    return parent.add_child(instance=article)
