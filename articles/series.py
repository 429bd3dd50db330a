"""Articles meant to be read one after the other."""

from dataclasses import dataclass

from pages.translations import LINK_FIELDS

LONGEST = 200


@dataclass(frozen=True)
class Place:
    """Where an article stands in its series; `previous` and `next` are pages or None."""

    title: str
    number: int
    total: int
    previous: object
    next: object


def place_in_series(article, published):
    """Give the Place of `article` among the published articles of its series and language.

    None for an article in no series, and for the only one of a series.

    `published`: the queryset of articles that everybody may see. One query; drafts are skipped over.
    """
    if not article.series_id:
        return None
    others = published.filter(series_id=article.series_id, locale_id=article.locale_id).exclude(pk=article.pk)
    parts = list(others.only(*LINK_FIELDS, "series_position")[:LONGEST])
    if not parts:
        return None
    parts.append(article)
    parts.sort(key=lambda part: (part.series_position, part.pk or 0))
    number = parts.index(article)
    return Place(
        article.series.title,
        number + 1,
        len(parts),
        parts[number - 1] if number else None,
        parts[number + 1] if number + 1 < len(parts) else None,
    )
