"""What editors put first for a search, under Settings > Promoted search results."""

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string


def promoted(text, pages):
    """Give the SearchPromotions (list) for `text` (str): outside links, and pages among `pages`."""
    picks = SearchPromotion.objects.filter(query__query_string=normalise_query_string(text))
    picks = list(picks.select_related("page")[:3])
    wanted = [pick.page_id for pick in picks if pick.page_id]
    seen = set(pages.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    return [pick for pick in picks if pick.page_id is None or pick.page_id in seen]
