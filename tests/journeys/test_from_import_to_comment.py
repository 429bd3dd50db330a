"""The main road: old pages come in, one goes out after a review, a reader answers, all can read it."""

import pytest
from playwright.sync_api import expect

from articles.models import ArticlePage

from .addresses import SEEDS
from .admin import act, add_and_choose, edit, open_tab
from .desk_work import decide_evidence, hire, take_claims_out

# The source page without a title, with a claim of cure and words for its own department.
UNTITLED = "002_d09882d08a2cb8d9.txt"
COMMENT = "I had asked myself the same question for a long time."
WITHOUT_REVIEW = "An imported text needs a completed review by a clinician."


@pytest.fixture
def enter(open_page, log_in, tree, settings):
    """A function that gives the dashboard of a member of staff, in a browser of their own."""
    settings.COMMENTS_MIN_SECONDS = 0
    # A hand as quick as this one presses "Save draft" while the editor is still saving by itself.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    hire(tree)

    def enter(name):
        page = open_page()
        log_in(page, name)
        return page

    return enter


def upload(page):
    """Import the five source pages, by the menu."""
    page.get_by_role("link", name="Import", exact=True).click()
    page.get_by_label("Files").set_input_files(sorted(SEEDS.glob("*.txt")))
    page.get_by_role("main").get_by_role("button", name="Import").click(timeout=90_000)
    page.get_by_text("5 imported, 0 already there, 0 failed").first.wait_for()


def compare(page):
    """Look at the source beside the draft, with the reason for each line that was changed or removed."""
    page.get_by_role("link", name=UNTITLED).click()
    source = page.get_by_role("region", name="Source")
    source.wait_for()
    lines = (SEEDS / UNTITLED).read_text("utf-8").splitlines()
    assert source.locator(".importing__line").all_inner_texts()[1] == lines[1]
    assert source.locator(".importing__entry").count() >= 15
    assert page.get_by_role("region", name="Draft").get_by_role("heading").count() >= 2


def confirm_title(page):
    """Confirm on the import screen the title that the import could only propose."""
    page.get_by_role("button", name="Confirm title").click()
    page.get_by_text("The title is confirmed.").wait_for()


def is_refused(page, article):
    """Press Publish on the draft: the reasons come back, and nothing is published."""
    edit(page, article)
    act(page, "Publish")
    page.locator(".messages").get_by_text(WITHOUT_REVIEW).wait_for()
    article.refresh_from_db()
    assert not article.live


def fill_in(page, article):
    """Name label, author and source in the editor's form, see the checklist follow, submit."""
    edit(page, article)
    open_tab(page, "People, label and sources")
    page.get_by_role("combobox", name="Label").select_option(label="Promotional")
    page.get_by_label("label confirmed by an editor").check()
    add_and_choose(page, "contributions", "contributor", "Ada Author")
    add_and_choose(page, "page_sources", "source", "A guideline on backs")
    act(page, "Save draft")
    open_tab(page, "Before publishing")
    missing = page.locator(".publish-checklist__item--stop")
    missing.get_by_text(WITHOUT_REVIEW).wait_for()
    expect(missing).to_have_count(1)
    act(page, "Submit to Medical review")
    page.locator(".messages").get_by_text("has been submitted").wait_for()


def sign(page, article):
    """Find the page on the dashboard, tick each point of the checklist, sign the medical review."""
    page.get_by_role("link", name=article.title).first.click()
    act(page, "Sign the medical review")
    window = page.get_by_role("dialog")
    window.get_by_role("checkbox").first.wait_for()
    for point in window.get_by_role("checkbox").all():
        point.check()
    window.get_by_role("button", name="Sign the medical review").click()
    page.wait_for_url("**/admin/")
    page.locator(".messages").get_by_text(article.title).wait_for()


def publish(page, article):
    """Publish what the clinician has signed; give its address."""
    edit(page, article)
    act(page, "Approve")
    page.locator(".messages").get_by_text("has been updated").wait_for()
    article.refresh_from_db()
    assert article.live
    return article.url


def read(page, address):
    """Read the page as a visitor: its title, who reviewed it; no cookie, no other server, no complaint."""
    page.goto(address)
    page.get_by_text("Dr Demo").first.wait_for()
    assert page.context.cookies() == []
    assert len(page.hosts) == 1
    assert page.complaints == []


def write(page, address):
    """Post a comment, in a browser without JavaScript."""
    page.goto(address)
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your comment").fill(COMMENT)
    page.get_by_label("Your name").fill("Wei")
    page.locator("[name=consent]").check()
    page.get_by_role("button", name="Send the comment").click()
    page.get_by_text("waits for a moderator").wait_for()
    expect(page.get_by_text(COMMENT)).to_be_visible()


def approve_by_keyboard(page):
    """Let the comment appear without touching the mouse."""
    page.goto("/admin/reader-comments/")
    page.keyboard.press("j")
    page.get_by_role("article").filter(has_text=COMMENT).first.wait_for()
    page.keyboard.press("a")
    page.get_by_role("status").filter(has_text="Approved").wait_for()


@pytest.mark.long
def test_from_five_files_to_a_comment_that_everybody_reads(enter, open_page):
    editor, publisher = enter("editor"), enter("publisher")
    upload(editor)
    compare(editor)
    article = ArticlePage.objects.get(title_status="proposed")
    confirm_title(editor)
    is_refused(publisher, article)
    take_claims_out(article)
    decide_evidence(article)
    fill_in(editor, article)
    sign(enter("reviewer"), article)
    address = publish(publisher, article)
    reader, writer = open_page(), open_page(java_script_enabled=False)
    read(reader, address)
    write(writer, address)
    reader.reload()
    expect(reader.get_by_text(COMMENT)).to_have_count(0)
    approve_by_keyboard(enter("moderator"))
    reader.reload()
    published = reader.get_by_role("article").filter(has_text=COMMENT)
    expect(published.get_by_text("Wei").first).to_be_visible()
