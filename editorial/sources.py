"""The sources a page rests on: those it cites and those collected for it."""

from editorial.citations.usage import cited_source_ids
from editorial.models import Source, SourceType

PRIMARY = {SourceType.GUIDELINE, SourceType.SYSTEMATIC_REVIEW, SourceType.TRIAL, SourceType.COHORT}


def sources_of(page):
    """Give the sources (list of Source) of `page`: cited ones in text order, then collected ones."""
    wanted = [
        *cited_source_ids(page),
        *(item.source_id for item in page.page_sources.all() if item.source_id),
    ]
    found = Source.objects.in_bulk(set(wanted))
    return [found[pk] for pk in dict.fromkeys(wanted) if pk in found]


def unused_sources(page):
    """Give the sources (list of Source) collected for `page` that no place in its text cites."""
    cited = set(cited_source_ids(page))
    return [item.source for item in page.page_sources.all() if item.source_id and item.source_id not in cited]


def missing_source_ids(page):
    """Give the primary keys (list of int) that the text cites although their sources are gone."""
    cited = cited_source_ids(page)
    known = set(Source.objects.filter(pk__in=cited).values_list("pk", flat=True))
    return [pk for pk in cited if pk not in known]


def has_primary_source(sources):
    """Whether one of `sources` (iterable of Source) is primary evidence (bool) and not retracted."""
    return any(source.type in PRIMARY and not source.is_retracted for source in sources)
