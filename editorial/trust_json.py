"""The trust panel as data, for machines that read pages."""

from django.urls import reverse


def trust_data(trust, page, request):
    """Give (dict) what `trust` (Trust) says about `page`: dates as 2026-01-31, addresses whole."""
    absolute = request.build_absolute_uri
    return {
        "page": {
            "id": page.pk,
            "title": page.title,
            "url": page.get_full_url(request),
            "language": page.locale.language_code,
        },
        "label": {"code": page.content_label, "text": trust.label},
        "written_by": [_person(credit, absolute) for credit in trust.authors],
        "quoted": [_person(credit, absolute) for credit in trust.quoted],
        "providers": [_person(credit, absolute) for credit in trust.providers],
        "medically_reviewed_by": _person(trust.reviewer, absolute) if trust.reviewer else None,
        "dates": _dates(trust),
        "overdue_notice": trust.overdue_notice,
        "certainty": [{"text": str(text), "number": number} for text, number in trust.certainty],
        "sources": _sources(trust),
        "corrections": [_correction(correction) for correction in trust.corrections],
        "comments_policy": absolute(trust.comments_policy) if trust.comments_policy else None,
        "report_a_danger": absolute(reverse("safety:report", args=[page.pk])),
    }


def _person(credit, absolute):
    return {
        "name": credit.name,
        "url": absolute(credit.url) if credit.url else None,
        "credentials": credit.credentials,
        "credentials_verified": not credit.is_unverified,
        "interests": credit.interests,
    }


def _dates(trust):
    return {
        "first_published": trust.published,
        "last_updated": trust.updated,
        "last_reviewed": trust.reviewed,
        "next_review_due": trust.review_due,
    }


def _sources(trust):
    return {
        "number": trust.number_of_sources,
        "retracted": trust.retracted,
        "by_type": [{"code": item.type, "text": item.label, "number": item.number} for item in trust.sources],
    }


def _correction(correction):
    return {"on": correction.made_on, "text": correction.text, "reason": correction.reason}
