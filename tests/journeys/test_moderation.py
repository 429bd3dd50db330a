"""A reader reports a comment; a moderator finds it, rejects it with a reason, and takes that back."""

import re

import pytest
from playwright.sync_api import expect

from comments.models import CannedReply, ReaderComment
from tests.comments.factories import make_comment

from .addresses import address, question_and_answer
from .conftest import DESKTOP, PHONE

REASON = "It names a product."


@pytest.fixture
def comment(demo_site, settings):
    """A comment that everybody reads, of a reader who meant well (ReaderComment)."""
    settings.COMMENTS_MIN_SECONDS = 0
    CannedReply.objects.get_or_create(title="Names a product", text=REASON)
    return make_comment(question_and_answer(), name="Kim", body="The plaster from the market hall helped me.")


@pytest.fixture
def moderator(open_demo, log_in):
    """A moderator, logged in, at a desk."""
    page = open_demo(DESKTOP)
    log_in(page, "moderator")
    return page


def report(page, comment):
    """Report the comment as a visitor does, without leaving the page."""
    page.goto(address("question and answer"))
    page.locator(f"#comment-{comment.pk}").get_by_role("link", name="Report").click()
    page.get_by_label("Advertising or spam").check()
    page.get_by_role("button", name="Send the report").click()
    page.get_by_text("A moderator will look at this comment.").wait_for()
    assert page.complaints == []


def open_lane(page, name):
    """Open one lane of the desk from the menu of lanes."""
    page.goto("/admin/reader-comments/")
    with page.expect_navigation():
        page.get_by_role("navigation", name="Lanes").get_by_role("link", name=name).click()


def state(comment):
    """Give how the comment stands in the database (str)."""
    return ReaderComment.objects.get(pk=comment.pk).status


def test_a_report_is_answered_with_a_reason_and_the_answer_taken_back(open_demo, moderator, comment):
    visitor = open_demo(DESKTOP)
    report(visitor, comment)
    open_lane(moderator, "Reported")
    card = moderator.locator(f"#card-{comment.pk}")
    card.click()
    moderator.get_by_label("Reason when rejecting").select_option(label="Names a product")
    card.focus()
    moderator.keyboard.press("r")
    card.and_(moderator.locator(".is-done")).wait_for()
    assert state(comment) == "rejected"
    visitor.goto(address("question and answer"))
    expect(visitor.get_by_text(comment.body)).to_have_count(0)
    moderator.keyboard.press("u")
    card.and_(moderator.locator(":not(.is-done)")).wait_for()
    assert state(comment) == "approved"
    visitor.reload()
    expect(visitor.get_by_text(comment.body)).to_be_visible()


def test_the_reason_is_kept_where_the_decision_is(moderator, comment):
    moderator.goto(f"/admin/reader-comments/{comment.pk}/")
    moderator.get_by_label("Reason (the writer reads it when you reject)").fill(REASON)
    moderator.get_by_role("button", name="Reject").click()
    moderator.get_by_text("What was done").wait_for()
    open_lane(moderator, "Decided last")
    card = moderator.locator(f"#card-{comment.pk}")
    expect(card).to_contain_text(REASON)
    card.get_by_role("button", name="Undo").click()
    moderator.get_by_role("status").filter(has_text="Kim").wait_for()
    assert state(comment) == "approved"


def test_the_desk_explains_its_keys_and_fits_a_phone(open_demo, moderator, comment, overflow):
    open_lane(moderator, "Waiting")
    keys = moderator.locator("[data-desk-keys]")
    expect(keys).to_be_visible()
    expect(keys.locator("kbd")).to_have_text(["j", "k", "a", "r", "s", "u"])
    for lane in ("Waiting", "Safeguarding", "Spam", "Decided last"):
        moderator.set_viewport_size(PHONE)
        open_lane(moderator, lane)
        assert overflow(moderator) <= 0
    assert moderator.complaints == []


def test_a_canned_answer_is_given_beside_the_queue_which_keeps_its_place(moderator, demo_site):
    reasons = [{"rule": "medical_advice", "detail": "should i stop"}]
    fields = {"status": "pending", "lane": "suspect", "language": "en", "reasons": reasons}
    question = make_comment(question_and_answer(), name="Lee", body="Should I stop the tablets?", **fields)
    open_lane(moderator, "Suspect")
    card = moderator.locator(f"#card-{question.pk}")
    card.click(position={"x": 5, "y": 5})
    side = moderator.locator(f"[data-panel='{question.pk}']")
    side.get_by_text("Reply as staff").click()
    side.get_by_label("A canned reply").select_option(index=1)
    expect(side.get_by_label("Your reply")).to_have_value(re.compile("Please ask the doctor"))
    side.get_by_role("button", name="Publish the reply").click()
    card.and_(moderator.locator(".is-done")).wait_for()
    assert (state(question), question.replies.get().status) == ("approved", "approved")
    assert moderator.complaints == []
