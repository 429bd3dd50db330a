"""Previous, next and related pages of the source: found by their titles, or kept as unresolved."""

from articles.models import ArticlePage
from importing.models import UnresolvedLink

from .revisions import keep, latest

LONGEST_TITLE = 500
SHORTEST_TEASER = 20
NEIGHBOURS = {"previous": 1, "next": -1}


def keep_links(record, links):
    """Store `links` (PageLinks) of `record` (an ImportedFile), and resolve those that waited for its page."""
    named = [link for link in links if link.title]
    UnresolvedLink.objects.bulk_create(
        UnresolvedLink(
            file=record,
            kind=link.kind,
            title=link.title[:LONGEST_TITLE],
            line=link.line,
            page=_find(link, record.page),
        )
        for link in named
    )
    waiting = UnresolvedLink.objects.filter(page=None, title__iexact=record.page.title)
    waiting.exclude(file=record).update(page=record.page)
    _join_series(record)


def _find(link, own_page):
    """The article with this title; a cut-off teaser is found by its beginning."""
    articles = ArticlePage.objects.exclude(pk=own_page.pk)
    if link.kind != "related":
        return articles.filter(title__iexact=link.title).first()
    if len(link.title) < SHORTEST_TEASER:
        return None
    return articles.filter(title__istartswith=link.title).first()


def _join_series(record):
    """Put the draft before or after a neighbour that stands in a series already."""
    neighbours = record.links.filter(kind__in=NEIGHBOURS, page__series__isnull=False)
    neighbour = neighbours.select_related("page").first()
    if not neighbour:
        return
    page = latest(record.page)
    page.series_id = neighbour.page.series_id
    page.series_position = max(1, neighbour.page.series_position + NEIGHBOURS[neighbour.kind])
    keep(page)
