"""A signature at the workflow's review step becomes a Review."""

from wagtail.models import Page

from editorial.models import Review

from .services import record_review

OUTCOMES = {"approve": Review.Outcome.APPROVED, "reject": Review.Outcome.CHANGES}


def review_signed(task_state, user, action, note, checked, **kwargs):
    """Record the review of the revision that the task holds."""
    revision = task_state.revision
    page = Page.objects.get(pk=revision.object_id).specific
    record_review(
        page=page.with_content_json(revision.content),
        user=user,
        outcome=OUTCOMES[action],
        note=note,
        checked=checked,
        revision=revision,
    )
