"""The site without a mouse: the skip link, the menu of the phone, the list of contents, suggestions."""

import pytest
from playwright.sync_api import expect

from .addresses import address
from .conftest import PHONE


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focused(page):
    """Give the element that has the focus."""
    return page.locator(":focus")


@pytest.fixture
def reader(open_demo):
    """A reader at a desk, on an article."""
    page = open_demo()
    page.goto(address("article"))
    return page


@pytest.fixture
def searcher(open_demo):
    """A reader on the front page with the cursor in the search field and suggestions below it."""
    page = open_demo()
    page.goto(address("home"))
    page.locator("#home-search").focus()
    page.keyboard.type("slip")
    page.get_by_role("option").first.wait_for()
    return page


def test_the_first_key_offers_to_skip_to_the_content(reader):
    press(reader, "Tab")
    expect(focused(reader)).to_have_attribute("href", "#content")
    expect(focused(reader)).to_be_visible()
    press(reader, "Enter", "Tab")
    assert focused(reader).evaluate("link => !!link.closest('main')")


def test_the_menu_of_a_phone_opens_and_leads_on(open_demo):
    page = open_demo(PHONE)
    page.goto(address("home"))
    page.locator("summary").filter(has_text="Menu").focus()
    press(page, "Enter", "Tab")
    expect(focused(page)).to_have_text("Conditions")
    press(page, "Enter")
    page.wait_for_url("**/conditions/")


def test_the_list_of_contents_leads_to_its_section(reader):
    link = reader.get_by_role("navigation", name="On this page").get_by_role("link").nth(2)
    link.focus()
    press(reader, "Enter")
    heading = reader.locator(f"[id='{link.get_attribute('href')[1:]}']")
    in_view = (
        "heading => 0 <= heading.getBoundingClientRect().top && heading.getBoundingClientRect().top < 300"
    )
    reader.wait_for_function(in_view, arg=heading.element_handle())


def test_on_a_phone_the_contents_unfold_and_fold_again(open_demo):
    page = open_demo(PHONE)
    page.goto(address("article"))
    contents = page.get_by_role("navigation", name="On this page")
    contents.locator("summary").focus()
    press(page, "Enter", "Tab", "Enter")
    contents.get_by_role("link").first.wait_for(state="hidden")


def test_suggestions_are_reached_by_arrows_and_taken_by_enter(searcher):
    press(searcher, "ArrowDown")
    chosen = searcher.locator("[role=option][aria-selected=true]")
    named = searcher.locator("#home-search").get_attribute("aria-activedescendant")
    assert chosen.get_attribute("id") == named
    place = chosen.get_attribute("data-url")
    press(searcher, "Enter")
    searcher.wait_for_url(f"**{place}")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(searcher):
    press(searcher, "Escape")
    expect(searcher.get_by_role("option")).to_have_count(0)
    expect(searcher.locator("#home-search")).to_have_value("slip")
    expect(searcher.locator("#home-search")).to_have_attribute("aria-expanded", "false")


def test_no_place_is_a_trap(reader):
    seen = set()
    for _step in range(150):
        press(reader, "Tab")
        seen.add(reader.evaluate("document.activeElement.outerHTML"))
        if reader.evaluate("!!document.activeElement.closest('footer')"):
            return
    pytest.fail(f"the footer is not reached, only {len(seen)} places")
