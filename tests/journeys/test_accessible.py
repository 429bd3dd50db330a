"""Every kind of public page, English and Chinese: axe finds nothing, it fits, it needs no script."""

import pytest

from . import soundness
from .addresses import LANGUAGES, PLACES, address
from .conftest import DESKTOP

HTML_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}


@pytest.fixture(params=LANGUAGES)
def language(request):
    """English, then Chinese."""
    return request.param


@pytest.fixture
def reader(open_demo):
    """One visitor who goes from page to page."""
    return open_demo(DESKTOP)


def faults_by_place(page, language, look):
    """Go to every kind of page; give what `look` finds wrong there (dict of list of str)."""
    found = {}
    for place in PLACES:
        page.complaints.clear()
        answer = page.goto(address(place, language))
        wrong = [] if answer.status == (404 if place == "missing" else 200) else [f"status {answer.status}"]
        wrong += look(page) + [said for said in page.complaints if place != "missing" or "404" not in said]
        if wrong:
            found[place] = wrong
    return found


@pytest.mark.long
def test_every_kind_of_page_is_sound_for_everybody(reader, open_demo, language, violations, overflow):
    plain = open_demo(DESKTOP, java_script_enabled=False)

    def look(page):
        return [
            *soundness.is_itself(page, HTML_LANGUAGES[language]),
            *soundness.says_the_same_without_scripts(page, plain),
            *soundness.is_accessible(page, violations),
            *soundness.fits(page, overflow),
            *soundness.keeps_still_and_keeps_its_edges(page),
        ]

    assert faults_by_place(reader, language, look) == {}
    assert len(plain.hosts) == 1


def test_a_form_sent_empty_is_sound_too(reader, language, violations, overflow):
    for place, button in (("comment form", ".comment-form .button"), ("safety report", "main form .button")):
        reader.goto(address(place, language))
        reader.locator(button).click()
        reader.locator("[role=alert]").first.wait_for()
        assert violations(reader) == []
        assert overflow(reader) <= 0


def test_readers_without_forms_get_no_cookie(reader, language):
    for place in ("home", "condition", "article", "something found"):
        reader.goto(address(place, language))
    assert reader.context.cookies() == []
