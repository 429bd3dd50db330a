"""Who stands behind a page and when: the facts at the title, each from its own field."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from editorial.models import Contribution, ContributorPage
from freshness.clock import is_over
from pages.kept import language_of
from pages.models import html_language
from pages.translations import in_language, link_fields

# What is shown of a person, besides the link.
FACTS = ("kind", "credentials", "interests", "verified_until")
PERSON = (*link_fields("contributor"), *(f"contributor__{name}" for name in FACTS))


@dataclass(frozen=True)
class Credit:
    """A person, team or institution as named on a page; `url` is empty without a public profile.

    `is_unverified`: a person whose credentials staff do not vouch for today.
    """

    name: str
    role: str
    url: str = ""
    credentials: str = ""
    is_unverified: bool = True
    interests: str = ""
    lang: str = ""
    is_person: bool = True


@dataclass(frozen=True)
class Byline:
    """Credits and dates of one page; `reviewed` is None until somebody has reviewed it."""

    credits: list[Credit]
    published: date | None
    reviewed: date | None
    updated: date | None
    review_due: date | None

    @property
    def authors(self):
        """Those who wrote it ([Credit])."""
        return self._in_role(Contribution.Role.AUTHOR)

    @property
    def quoted(self):
        """Those whom the text quotes ([Credit]); never authors, never reviewers."""
        return self._in_role(Contribution.Role.QUOTED)

    @property
    def providers(self):
        """Institutions that sell what the page is about ([Credit])."""
        return self._in_role(Contribution.Role.PROVIDER)

    @property
    def is_overdue(self):
        """Whether the day of the next review has passed (bool)."""
        return is_over(self.review_due)

    def _in_role(self, role):
        return [credit for credit in self.credits if credit.role == role]


def byline(page, request=None):
    """Give the Byline of a MedicalPage, its people in the page's language where they have a profile in it."""
    found = page.contributions.all().select_related("contributor")
    contributions = list(found.only("sort_order", "page", "role", "name_in_source", *PERSON))
    people = [contribution.contributor for contribution in contributions if contribution.contributor_id]
    profiles = {
        person.pk: shown for person, shown in zip(people, in_language(people, page.locale_id), strict=True)
    }
    return Byline(
        [_credit(item, profiles.get(item.contributor_id), page, request) for item in contributions],
        published=page.first_published_at and timezone.localdate(page.first_published_at),
        reviewed=page.last_reviewed_on,
        updated=page.materially_updated_on,
        review_due=page.next_review_due,
    )


def _credit(contribution, person, page, request):
    if person is None:
        return Credit(contribution.name_in_source, contribution.role)
    return person_credit(person, contribution.role, page, request)


def person_credit(person, role, page, request):
    """Give the Credit of a ContributorPage as `page` names it; `role` (str) is what the person did there."""
    return Credit(
        person.title,
        role,
        url=(person.get_url(request) or "") if person.live else "",
        credentials=person.credentials,
        is_unverified=person.kind == ContributorPage.Kind.PERSON and not person.is_verified,
        interests=person.interests,
        lang=_lang(person, page),
        is_person=person.kind == ContributorPage.Kind.PERSON,
    )


def _lang(person, page):
    return html_language(language_of(person.locale_id)) if person.locale_id != page.locale_id else ""
