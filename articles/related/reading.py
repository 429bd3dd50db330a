"""The list under an article."""

from django.db.models import Case, When

from editorial.models import ContentLabel

from .scoring import SELLING

SHOWN = 4
# So many kept rows are looked at for one list: some may have been unpublished since.
LOOKED_AT = 3 * SHOWN


def related_articles(article, published, limit=SHOWN):
    """Give at most `limit` ArticlePages related to `article`, never itself, none twice.

    `published`: the queryset of articles that everybody may see. Picks come first in the editor's order,
    whatever their language; then what was found alike; on a page like no other, the newest, those in its
    language first. An editorial page leads to no promotional one, not even a picked one.
    """
    published = suitable(article, published)
    picked = [pick.target_id for pick in article.picked_articles.all()]
    found = article.related_rows.order_by("-score", "-pk").values_list("to_page_id", flat=True)[:LOOKED_AT]
    ids = list(dict.fromkeys([*picked, *found]))
    pages = published.in_bulk(ids) if ids else {}
    chosen = [pages[pk] for pk in ids if pk in pages][:limit]
    return chosen or list(newest(article, published)[:limit])


def suitable(article, published):
    """Give the queryset of those `published` that `article` may lead to: neither itself nor what sells."""
    others = published.exclude(translation_key=article.translation_key)
    if article.content_label == ContentLabel.EDITORIAL:
        others = others.exclude(content_label__in=SELLING)
    return others


def newest(article, published):
    """Give the queryset of `published`, those in the language of `article` first, then the newest."""
    in_own_language = Case(When(locale_id=article.locale_id, then=0), default=1)
    return published.order_by(in_own_language, "-first_published_at", "-pk")
