"""Medical pages with claims in them."""

from articles.models import ArticlePage
from tests.articles.factories import make_article

CURE = "This tea cures gout."
PARAGRAPH = "3f2c5a10-0000-4000-8000-000000000001"
LIST = "3f2c5a10-0000-4000-8000-000000000002"


def paragraph(html, block_id=PARAGRAPH):
    """A paragraph block as stored."""
    return {"type": "paragraph", "value": html, "id": block_id}


def article_with(tree, html=f"<p>{CURE}</p>", *, live=False, **fields):
    """A draft whose body is one paragraph; `live`: it went public before the publish gate was there."""
    fields = {"title": "Tea and gout", "body": [paragraph(html)], **fields}
    article = make_article(tree.articles, live=False, **fields)
    ArticlePage.objects.filter(pk=article.pk).update(live=live)
    return ArticlePage.objects.get(pk=article.pk)
