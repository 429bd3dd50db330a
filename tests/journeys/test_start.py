"""The shortest journeys: the front page shows itself, a member of staff gets in."""

import re

import pytest
from playwright.sync_api import expect

from tests.editorial.factories import make_user


def test_the_front_page_shows_itself_without_complaints(tree, page):
    answer = page.goto("/")
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    assert page.complaints == []


def test_the_front_page_fits_a_phone(tree, phone_page):
    phone_page.goto("/")
    assert phone_page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("group", ["Editors", "Medical reviewers", "Moderators", "Publishers"])
def test_staff_get_in(tree, page, log_in, group):
    log_in(page, make_user("kim", group))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_wrong_password_lets_nobody_in(tree, page):
    make_user("kim", "Editors")
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("kim")
    page.get_by_placeholder("Enter password").fill("not-the-password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(re.compile("didn[’']t match"))).to_be_visible()
