"""What each block prints."""

import re

import pytest

from .asking import html_of
from .factories import heading, make_picture, make_standard_page, paragraph, stream


@pytest.fixture
def shown(client, tree):
    """Give a function: blocks -> the HTML of a page that holds them."""

    def show(*blocks):
        page = make_standard_page(tree.home, "A page", body=stream(*blocks))
        html = html_of(client, page.url)
        return html[html.index('<article class="prose">') : html.index("</article>")]

    return show


def test_a_heading_carries_its_anchor(shown):
    assert re.search(r'<h2 id="what-next-\w{6}">What next</h2>', shown(heading("What next")))


@pytest.mark.parametrize(
    ("kind", "tag"), [("bullets", "<ul>"), ("numbers", "<ol>"), ("steps", '<ol class="steps">')]
)
def test_a_list_takes_its_marks_from_markup(shown, kind, tag):
    html = shown(("list", {"kind": kind, "items": [{"label": "", "text": "<p>x</p>"}]}))
    assert tag in html


def test_a_bold_label_runs_in_with_a_colon(shown):
    html = shown(("list", {"kind": "numbers", "items": [{"label": "Rest", "text": "<p>a day</p>"}]}))
    assert '<strong class="item-label">Rest:</strong> <p>a day</p>' in html


def test_a_label_with_a_mark_of_its_own_gets_no_colon(shown):
    html = shown(("list", {"kind": "bullets", "items": [{"label": "Why?", "text": "<p>x</p>"}]}))
    assert ">Why?</strong>" in html


@pytest.mark.parametrize(
    ("level", "words"), [("routine", "Not urgent:"), ("urgent", "Urgent:"), ("emergency", "Emergency:")]
)
def test_a_care_card_says_its_level_in_words(shown, level, words):
    html = shown(("care_card", {"level": level, "title": "Call", "body": "<p>now</p>"}))
    assert f'<span class="level">{words}</span> Call' in html


def test_a_warning_says_that_it_is_one(shown):
    html = shown(("warning", {"title": "Before you start", "body": "<p>Ask.</p>"}))
    assert '<span class="level">Careful:</span> Before you start' in html


@pytest.mark.parametrize(("kind", "word"), [("do", "Do"), ("dont", "Don't")])
def test_advice_says_whether_to_do_it(shown, kind, word):
    html = shown((kind, {"title": "", "items": ["sleep"]}))
    assert f"<h2>{word}</h2>" in html
    assert "<span>sleep</span>" in html


def test_key_points_come_under_in_short(shown):
    html = shown(("key_points", {"points": ["One.", "Two."]}))
    assert "<h2>In short</h2>" in html
    assert "<li>Two.</li>" in html


def test_a_quotation_names_the_speaker(shown):
    html = shown(("quote", {"text": "I wish.", "person": "A patient", "role": "Leeds"}))
    assert "<figcaption><b>A patient</b>, Leeds</figcaption>" in html


def test_a_question_is_a_heading_with_its_answer(shown):
    html = shown(("question", {"question": "Will it heal?", "answer": "<p>Often.</p>"}))
    assert re.search(r'<h2 id="will-it-heal-\w{6}">Will it heal\?</h2>\s*<p>Often.</p>', html)


def test_a_picture_has_sizes_alt_caption_and_credit(shown):
    picture = make_picture(credit="A. Drawer")
    value = {
        "image": {"image": picture.pk, "decorative": False, "alt_text": "A hip joint"},
        "caption": "The hip",
    }
    html = shown(("image", value))
    assert 'type="image/avif"' in html
    assert 'loading="lazy"' in html
    assert 'alt="A hip joint"' in html
    assert re.search(r'width="\d+"', html)
    assert re.search(r'height="\d+"', html)
    assert "The hip" in html
    assert "Picture: A. Drawer" in html


def table(columns, rows):
    cells = {"columns": [{"type": "text", "heading": text} for text in columns], "caption": ""}
    return (
        "table",
        {
            "caption": "By stage",
            "row_headers": True,
            "table": {**cells, "rows": [{"values": row} for row in rows]},
        },
    )


def test_a_table_has_a_caption_scopes_and_labels_for_the_phone(shown):
    html = shown(table(["Way", "Early"], [["Rest", "yes"]]))
    assert "<caption>By stage</caption>" in html
    assert '<th scope="col">Early</th>' in html
    assert '<th scope="row">Rest</th>' in html
    assert '<td data-label="Early">yes</td>' in html


def test_a_table_of_twenty_columns_is_shown_in_a_frame_that_scrolls(shown):
    html = shown(table([f"C{n}" for n in range(20)], [[str(n) for n in range(20)]]))
    assert html.count('scope="col"') == 20
    assert 'class="table-frame" role="region" tabindex="0"' in html


def test_typed_markup_is_shown_as_text(shown):
    html = shown(heading("<script>alert(1)</script>"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_headings_are_in_order_whatever_was_chosen(shown):
    levels = re.findall(
        r"<h(\d)", shown(heading("a", "4"), heading("b", "3"), paragraph(), heading("c", "4"))
    )
    assert levels == ["2", "3", "4"]
