"""The first use of a term is explained where it stands, and nothing else on the page changes."""

import re
import time

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from pages.glossary.explaining import explain
from pages.models import GlossaryTerm
from tests.articles.factories import make_article
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import heading, paragraph, stream

from .factories import make_term

pytestmark = pytest.mark.django_db
TERM = re.compile(r'<button type="button" class="term" popovertarget="term-\d+">([^<]+)</button>')


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def found(html, language="en"):
    """Give the words (list of str) that are explained."""
    return TERM.findall(explain(html, language))


def test_the_first_use_is_explained_once():
    make_term()
    html = explain("<p>Cartilage wears. No cartilage grows back.</p>", "en")
    assert TERM.findall(html) == ["Cartilage"]
    assert "The smooth cover of a joint." in html


def test_the_explanation_may_stand_inside_a_paragraph():
    make_term()
    note = explain("<p>cartilage</p>", "en")
    assert set(re.findall(r"</?([a-z]+)", note)) == {"p", "button", "span", "b", "a"}
    assert re.search(r'<span class="term-note" id="(term-\d+)" popover>', note)


def test_given_forms_are_found_and_no_parts_of_words():
    make_term("disc", "discs\ndisk")
    assert found("<p>Two discs.</p>") == ["discs"]
    assert found("<p>We discuss a discovery, a DISK.</p>") == ["DISK"]


def test_the_longest_form_wins():
    make_term("annulus")
    make_term("annulus fibrosus")
    assert found("<p>The annulus  fibrosus, and the annulus.</p>") == ["annulus  fibrosus", "annulus"]
    assert found("<p>The annulus fibro.</p>") == ["annulus"]


def test_chinese_is_found_without_boundaries():
    make_term("纤维环", "外层纤维环", "椎间盘的外圈。", "zh-hans")
    assert found("<p>腰椎的外层纤维环裂开，纤维环变弱。</p>", "zh-hans") == ["外层纤维环"]


def test_latin_letters_in_chinese_text_are_whole_words():
    make_term("MRI", "", "一种检查。", "zh-hans")
    assert found("<p>做MRI检查。</p>", "zh-hans") == ["MRI"]
    assert found("<p>做fMRI检查。</p>", "zh-hans") == []


def test_languages_do_not_mix():
    make_term("MRI")
    assert found("<p>MRI</p>", "zh-hans") == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2>cartilage</h2>",
        '<p><a href="/x/">cartilage</a></p>',
        '<p><a class="citation" data-source="1">cartilage</a></p>',
        "<blockquote><p>cartilage</p></blockquote>",
        "<p><q>cartilage</q></p>",
        "<table><tr><th>cartilage</th></tr></table>",
        '<p title="cartilage">x</p>',
        "<!-- cartilage -->",
        '<p lang="zh-Hans">cartilage</p>',
        "<h4><span>cartilage</span></h4>",
    ],
)
def test_some_places_stay_as_they_are(html):
    make_term()
    assert explain(html, "en") == html


def test_after_such_a_place_the_text_goes_on():
    make_term()
    assert found("<h2>cartilage<br></h2><p>cartilage</p>") == ["cartilage"]


def test_escaped_signs_stay_whole():
    make_term("amp")
    make_term("x27")
    assert found("<p>Salt &amp; water, it&#x27;s.</p>") == []


def test_odd_letters_do_not_break_a_page():
    make_term("skin")
    assert found("<p>\u017fkin s\u212ain</p>") == ["s\u212ain"]


def test_an_explanation_is_escaped():
    make_term(explanation="<script>alert(1)</script>")
    assert "<script>" not in explain("<p>cartilage</p>", "en")


def test_broken_html_ends_without_an_error():
    make_term()
    assert explain("</p><p><b>x</p> cartilage <", "en").count("popovertarget") == 1


def test_forty_thousand_words_and_a_thousand_terms_take_little_time():
    for number in range(1000):
        make_term(f"osteo{number}ology", f"arthro{number}\nosteo {number}")
    make_term()
    html = "<p>" + "osteology of the arthropod and its osteo parts " * 5000 + "cartilage</p>"
    explain("<p>warm</p>", "en")
    start = time.perf_counter()
    assert found(html) == ["cartilage"]
    assert time.perf_counter() - start < 2


def test_a_saved_or_deleted_term_is_seen_at_once():
    term = make_term()
    assert found("<p>cartilage</p>") == ["cartilage"]
    term.term = "bone"
    term.save()
    assert found("<p>cartilage bone</p>") == ["bone"]
    term.delete()
    assert found("<p>bone</p>") == []


def test_an_article_explains_in_its_text_only(client, tree):
    make_term()
    body = stream(heading("About cartilage"), paragraph("<p>What cartilage is.</p>"))
    html = html_of(client, make_article(tree.articles, "Cartilage", body=body, summary="On cartilage.").url)
    assert TERM.findall(html) == ["cartilage"]


def test_terms_cost_a_page_no_query(client, tree):
    article = make_article(tree.articles, body=stream(paragraph("<p>What cartilage is.</p>")))
    before = queries_of(client, article.url)
    make_term()
    assert queries_of(client, article.url) == before


@pytest.mark.parametrize(("term", "forms"), [("a", ""), ("disc", "x"), ("disc", "x" * 81)])
def test_forms_that_fit_everywhere_or_nowhere_are_refused(term, forms):
    with pytest.raises(ValidationError):
        GlossaryTerm(term=term, other_forms=forms, explanation="x").clean()


def test_forms_are_tidied():
    term = GlossaryTerm(term=" annulus   fibrosus ", other_forms="\n AF \n\n", explanation="x")
    term.clean()
    assert term.forms == ["annulus fibrosus", "AF"]
