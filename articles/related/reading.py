"""The list under an article."""

from editorial.models import ContentLabel

from .scoring import SELLING

SHOWN = 4
# So many kept rows are looked at for one list: some may have been unpublished since.
LOOKED_AT = 3 * SHOWN


def related_articles(article, published, limit=SHOWN):
    """Give at most `limit` ArticlePages related to `article`, never itself, none twice.

    `published`: the queryset of articles that everybody may see. Picks come first in the editor's order,
    whatever their language; then what was found alike; on a page like no other, the newest in its language.
    """
    picked = [pick.target_id for pick in article.picked_articles.all() if pick.target_id != article.pk]
    found = article.related_rows.order_by("-score", "-pk").values_list("to_page_id", flat=True)[:LOOKED_AT]
    ids = list(dict.fromkeys([*picked, *found]))
    pages = published.in_bulk(ids) if ids else {}
    chosen = [pages[pk] for pk in ids if pk in pages][:limit]
    return chosen or list(newest(article, published)[:limit])


def newest(article, published):
    """Give the queryset of other articles in the language of `article`, the newest first."""
    others = published.filter(locale_id=article.locale_id).exclude(pk=article.pk)
    if article.content_label == ContentLabel.EDITORIAL:
        others = others.exclude(content_label__in=SELLING)
    return others.order_by("-first_published_at", "-pk")
