"""The values: plain data made from what readers see. Each takes a specific page and the API's view."""

from django.utils import timezone, translation

from conditions import comparison
from editorial.trust_json import trust_data
from outlets.text import text_of
from pages.kept import language_of
from pages.translations import in_language


def label(page, view):
    """Whose voice speaks (str), in the page's language."""
    with translation.override(language_of(page.locale_id)):
        return str(page.get_content_label_display())


def review_status(page, view):
    """Give "not_reviewed", "reviewed" or "overdue" (its day has passed, reviewed before or not)."""
    if page.next_review_due and page.next_review_due < timezone.localdate():
        return "overdue"
    return "reviewed" if page.last_reviewed_on else "not_reviewed"


def names(page, view):
    """Other names ([dict]) that a medical editor has confirmed."""
    return [
        {"name": item.name, "language": item.language, "kind": item.kind}
        for item in page.names.all()
        if item.is_confirmed
    ]


def codes(page, view):
    """Medical codes ([dict])."""
    return [
        {"system": item.system, "code": item.code, "label": item.label, "verified_on": item.verified_on}
        for item in page.codes.all()
    ]


def topics(page, view):
    """Topics ([str])."""
    return sorted(item.tag.name for item in page.tagged_items.all())


def text(page, view):
    """Give the PageText, made once for all the fields of one answer."""
    if not hasattr(page, "_text_for_api"):
        page._text_for_api = text_of(page, view.plain_request)
    return page._text_for_api


def body_html(page, view):
    """The text (str, HTML) as readers see it, citations numbered, headings from level 2."""
    return text(page, view).html


def citations(page, view):
    """The sources that the text cites ([dict]), numbered as in the text."""
    return [
        {
            "number": reference.number,
            "type": reference.source.type,
            "title": reference.source.title,
            "authors": reference.source.authors,
            "publisher": reference.source.publisher,
            "year": reference.source.year,
            "doi": reference.source.doi,
            "pmid": reference.source.pmid,
            "url": reference.source.link,
            "language": reference.source.language,
            "is_retracted": reference.source.is_retracted,
        }
        for reference in text(page, view).references
    ]


def trust(page, view):
    """Who wrote, who reviewed, dates, sources by type, corrections (dict), as the trust panel says them."""
    request = view.plain_request
    with translation.override(language_of(page.locale_id)):
        return trust_data(text(page, view).context["trust"], page, request)


def treatments(page, view):
    """What each treatment does for this condition ([dict]), with its grade at each stage."""
    with translation.override(language_of(page.locale_id)):
        found = comparison.options_of(page, view.plain_request)
        return [option(item, item.record.treatment_id, view) for item in found]


def uses(page, view):
    """The published conditions for which this treatment is an option ([dict]), with its grades there."""
    with translation.override(language_of(page.locale_id)):
        found = comparison.options_with(page, view.plain_request)
        return [option(item, item.record.page_id, view) for item in found]


def option(item, page_id, view):
    """Give one Option as data; without an address while the other page is not published."""
    return {
        "title": item.name,
        "page": page_id if item.url else None,
        "html_url": view.whole(item.url),
        "group": item.record.group,
        "approach": item.record.approach,
        "summary": item.record.summary,
        "stages": [
            {
                "stage": grade.stage,
                "stage_text": grade.stage_text,
                "note": grade.note,
                "certainty_text": grade.text,
                "certainty": evidence,
                "reason": grade.reason,
                "assessed_on": grade.assessed_on,
            }
            for grade, evidence in _graded(item)
        ],
    }


def _graded(item):
    levels = {dots: level for level, dots in comparison.DOTS.items()}
    return [(grade, levels[sum(grade.dots)]) for grade in item.grades]


def conditions(page, view):
    """The published conditions that an article is about ([dict])."""
    return _about(page.subjects.conditions, page, view)


def named(page, view):
    """The published treatments that an article is about ([dict])."""
    return _about(page.subjects.treatments, page, view)


def _about(pages, page, view):
    shown = [other for other in in_language(pages, page.locale_id) if view.is_public(other)]
    return [
        {"page": other.pk, "title": other.title, "html_url": other.get_full_url(view.plain_request)}
        for other in shown
    ]
