"""The newest articles about a condition or a treatment, in its language."""

from pages.cards import cards_for
from pages.lists import listed
from pages.visibility import visible

SHOWN = 6


def article_cards(page, request):
    """Give [Card] of the newest articles about `page` (condition or treatment) or a translation of it.

    Which articles those are is asked apart: joined, SQLite walks through all articles from the newest on.
    """
    links = page.articles.through.objects.filter(
        **{f"{page._meta.model_name}__translation_key": page.translation_key}
    )
    articles = visible(listed(page.articles.model.objects), request).filter(
        pk__in=links.values("articlepage_id"), locale_id=page.locale_id
    )
    return cards_for(list(articles.order_by("-first_published_at", "-pk")[:SHOWN]), request)
