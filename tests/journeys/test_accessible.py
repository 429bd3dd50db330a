"""Every kind of public page, English and Chinese: axe finds nothing, it fits, it needs no script."""

import pytest

from .addresses import LANGUAGES, PLACES, address
from .conftest import DESKTOP

NARROW = {"width": 320, "height": 640}
HTML_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}


@pytest.fixture(params=LANGUAGES)
def language(request):
    """English, then Chinese."""
    return request.param


@pytest.fixture(params=PLACES)
def place(request):
    """The name of each kind of page in turn."""
    return request.param


def complaints_of(page, place):
    """Give what the page complains about; that a missing page is missing is no news."""
    return [said for said in page.complaints if place != "missing" or "404" not in said]


def test_a_page_is_sound_for_everybody(open_demo, violations, overflow, place, language):
    page = open_demo(DESKTOP, color_scheme="light")
    answer = page.goto(address(place, language))
    assert answer.status == (404 if place == "missing" else 200)
    assert page.locator("html").get_attribute("lang") == HTML_LANGUAGES[language]
    assert page.locator("h1").count() == 1
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    assert violations(page) == []
    assert overflow(page) <= 0
    assert complaints_of(page, place) == []


def test_a_page_says_the_same_without_scripts(open_demo, place, language):
    page, plain = open_demo(DESKTOP), open_demo(DESKTOP, java_script_enabled=False)
    for reader in (page, plain):
        reader.goto(address(place, language))
    assert plain.locator("main h1").is_visible()
    said, said_plainly = (reader.locator("main").inner_text().splitlines() for reader in (page, plain))
    assert set(said) <= set(said_plainly)
    assert len(plain.hosts) == 1


@pytest.mark.parametrize("place", ["home", "condition", "article", "something found"])
def test_a_reader_without_forms_gets_no_cookie(open_demo, place, language):
    page = open_demo(DESKTOP)
    page.goto(address(place, language))
    assert page.context.cookies() == []
