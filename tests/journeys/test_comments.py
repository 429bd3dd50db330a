"""A reader writes, a moderator decides: with and without JavaScript, on a phone, by keyboard alone."""

import pytest
from playwright.sync_api import expect

from comments.models import ReaderComment, Status
from tests.articles.factories import make_article
from tests.comments.factories import make_comment, make_moderator
from tests.comments.test_bad_input import packed
from tests.corpora import injections, naughty

from .conftest import DESKTOP, PHONE


@pytest.fixture(autouse=True)
def _quick_hands(settings):
    settings.COMMENTS_MIN_SECONDS = 0


@pytest.fixture
def article(tree):
    return make_article(tree.articles)


def fill_in(page, body):
    page.get_by_label("Your comment").fill(body)
    page.get_by_label("Your name").fill("Robin")
    page.locator("#id_consent").check()
    page.get_by_role("button", name="Send the comment").click()


def test_a_reader_writes_without_leaving_the_article(article, page):
    page.goto(article.url)
    assert page.context.cookies() == []
    page.get_by_role("link", name="Write a comment").click()
    fill_in(page, "Walking helped me.")
    page.get_by_text("Your comment waits for a moderator").wait_for()
    assert page.url.endswith(article.url)
    assert page.complaints == []
    page.reload()
    page.get_by_text("Only you see it").wait_for()


def test_a_reader_without_javascript_writes_on_a_phone(article, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    page.goto(article.url)
    page.get_by_role("link", name="Write a comment").click()
    fill_in(page, "Walking helped me.")
    expect(page.get_by_text("Your comment waits for a moderator")).to_be_visible()


def test_refused_input_is_still_there(article, page):
    page.goto(article.url)
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your comment").fill("My long story")
    page.get_by_role("button", name="Send the comment").click()
    page.get_by_text("Nothing you typed is lost").wait_for()
    expect(page.get_by_label("Your comment")).to_have_value("My long story")


@pytest.mark.needs("data")
def test_no_hostile_line_runs_in_the_browser(article, page):
    payload = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    parent = None
    for number, body in enumerate([payload, *packed(naughty()), *packed(injections())]):
        parent = make_comment(article, body=body, name=body[:70], parent=parent if number % 20 else None)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(article.url)
    expect(page.locator("article.comment")).to_have_count(number + 1)
    assert page.title() != "owned"
    assert (dialogs, page.complaints, len(page.hosts)) == ([], [], 1)


def test_a_moderator_decides_and_takes_back_by_keyboard_alone(article, open_page, log_in):
    comments = [make_comment(article, status=Status.PENDING, body=f"Number {n}") for n in range(2)]
    page = open_page(DESKTOP)
    log_in(page, make_moderator(), password="a-long-password")
    page.goto("/admin/reader-comments/")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(f"#card-{comments[0].pk}.is-done").wait_for()
    page.locator(f"#card-{comments[1].pk}.is-current").wait_for()
    page.keyboard.press("s")
    page.locator(f"#card-{comments[1].pk}.is-done").wait_for()
    page.keyboard.press("u")
    page.locator(f"#card-{comments[1].pk}:not(.is-done)").wait_for()
    statuses = ReaderComment.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == [Status.APPROVED, Status.PENDING]


def test_the_desk_fits_a_phone(article, open_page, log_in):
    make_comment(article, status=Status.PENDING)
    page = open_page(PHONE)
    log_in(page, make_moderator(), password="a-long-password")
    page.goto("/admin/reader-comments/")
    assert page.evaluate("document.querySelector('.desk').scrollWidth") <= 375
    button = page.get_by_role("button", name="Approve", exact=False).last.bounding_box()
    assert button["height"] >= 44
