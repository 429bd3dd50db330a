"""Only a verified clinician reviews, and nobody their own text."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.models import ContributorPage, Review


class ReviewRefused(Exception):
    """Somebody may not review this page. The text says why; `page` is the page."""

    def __init__(self, page, reason):
        super().__init__(reason)
        self.page = page


def contributor_of(user):
    """Give the ContributorPage of `user`, None without one."""
    return ContributorPage.objects.filter(user=user).first() if user and user.pk else None


def why_not(user, page):
    """Give the reason (str) why `user` may not review `page` today, None when they may."""
    person = contributor_of(user)
    if person is None:
        return _("Your account has no contributor profile, so you cannot sign a medical review.")
    if not person.may_review:
        return _unverified(person)
    if page.medical_reviewer_id and page.medical_reviewer_id != person.pk:
        return _("%(name)s was asked to review this page.") % {"name": page.medical_reviewer.title}
    if _wrote(user, person, page):
        return _("You wrote a part of this text. Nobody reviews their own text.")
    return None


def require_reviewer(user, page):
    """Give the ContributorPage of `user`; raise ReviewRefused when they may not review `page`."""
    reason = why_not(user, page)
    if reason:
        raise ReviewRefused(page, reason)
    return contributor_of(user)


def _unverified(person):
    if person.is_clinician and person.verified_until and not person.is_verified:
        return _("Your credentials were verified until %(day)s. Ask a publisher to verify them again.") % {
            "day": date_format(person.verified_until)
        }
    return _("Only a verified clinician without a commercial interest can sign a medical review.")


def _wrote(user, person, page):
    if any(credit.contributor_id == person.pk for credit in page.contributions.all()):
        return True
    last = Review.objects.filter(page_id=page.pk).exclude(outcome=Review.Outcome.CHANGES).first()
    written = page.revisions.filter(user=user)
    return written.filter(created_at__gt=last.reviewed_at).exists() if last else written.exists()
