"""What medical pages and contributors are in the words of schema.org.

A medical type is a claim of its own: only a page on which the editors speak, and no imported text before
its review, gets one. `reviewedBy` and `lastReviewed` need a completed review in the records.
"""

from pages.structured_data import describes, whole

from .models import ContentLabel, ContributorIndexPage, ContributorPage, MedicalPage, Review, SourceType

STUDIES = {SourceType.SYSTEMATIC_REVIEW, SourceType.TRIAL, SourceType.COHORT}


def may_be_medical(page):
    """Whether a MedicalPage may be called medical (bool)."""
    unreviewed_import = page.origin == MedicalPage.Origin.IMPORTED and not page.last_reviewed_on
    return page.content_label == ContentLabel.EDITORIAL and not unreviewed_import


def medical_web_page(page, context):
    """Give the properties (dict) of a MedicalPage: type, dates, people, citations."""
    trust = context["trust"]
    return {
        "@type": "MedicalWebPage" if may_be_medical(page) else "WebPage",
        **dates(trust),
        "author": people(trust.authors, context),
        **_review(page, trust, context),
        "citation": [citation(reference.source) for reference in context.get("references", [])],
    }


def dates(trust):
    """Give publication and change in substance (dict), as the byline shows them."""
    return {"datePublished": trust.published, "dateModified": trust.updated}


def _review(page, trust, context):
    completed = Review.objects.filter(page_id=page.alias_of_id or page.pk).exclude(
        outcome=Review.Outcome.CHANGES
    )
    if not trust.reviewer or not may_be_medical(page) or not completed.exists():
        return {}
    return {"lastReviewed": trust.reviewed, "reviewedBy": person(trust.reviewer, context)}


def people(credits_, context):
    """Give those of [Credit] who have a public profile."""
    return [person(credit, context) for credit in credits_ if credit.url]


def person(credit, context):
    """Give the Person or Organization of a Credit; credentials only while staff vouch for them."""
    vouched = credit.is_person and not credit.is_unverified
    return {
        "@type": "Person" if credit.is_person else "Organization",
        "name": credit.name,
        "url": whole(context, credit.url),
        "hasCredential": credential(credit.credentials) if vouched else None,
    }


def credential(text):
    """Give the credential named `text` (str), None for an empty one."""
    return {"@type": "EducationalOccupationalCredential", "name": text} if text else None


def citation(source):
    """Give the work that a Source is; one that was retracted says so."""
    return {
        "@type": "ScholarlyArticle" if source.type in STUDIES else "CreativeWork",
        "name": source.title,
        "url": source.link,
        "inLanguage": source.language,
        "datePublished": str(source.year) if source.year else "",
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "creativeWorkStatus": "Retracted" if source.is_retracted else "",
    }


@describes(ContributorPage)
def contributor(page, context):
    """A profile: the person, or the organisation, as the page shows them."""
    is_person = page.kind == ContributorPage.Kind.PERSON
    who = {
        "@type": "Person" if is_person else "Organization",
        "name": page.title,
        "url": context["meta"].canonical,
        "image": context["meta"].picture and context["meta"].picture.url,
    }
    if is_person:
        who |= {
            "jobTitle": page.role_title,
            "hasCredential": credential(page.credentials) if page.is_verified else None,
        }
    return {"@type": "ProfilePage", "mainEntity": who}


@describes(ContributorIndexPage)
def contributors(page, context):
    """A list of contributors."""
    return {"@type": "CollectionPage"}
