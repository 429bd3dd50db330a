"""What a reader sees of a condition."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conditions.models import ConditionCode, ConditionName
from tests.articles.factories import make_article
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import heading, make_picture, paragraph, stream

from .factories import make_condition, make_option, make_treatment

FILLED = {
    name: stream(paragraph(f"<p>About {name}.</p>"))
    for name in ("overview", "symptoms", "causes", "diagnosis", "get_help")
}


def titles(html):
    contents = html[html.index('class="contents') :].split("</nav>")[0]
    return [line.split(">")[-1] for line in contents.split("</a>")[:-1]]


def test_it_shows_all_its_sections_in_order(client, tree):
    condition = make_condition(tree.conditions, **FILLED)
    make_option(condition, make_treatment(tree.treatments))
    make_article(tree.articles, conditions=[condition])
    assert titles(html_of(client, condition.url)) == [
        "Overview",
        "Symptoms",
        "Causes",
        "Diagnosis",
        "Treatments",
        "When to get help",
        "Articles about it",
    ]


def test_empty_sections_are_hidden(client, tree):
    html = html_of(client, make_condition(tree.conditions, overview=FILLED["overview"]).url)
    assert titles(html) == ["Overview"]
    assert 'id="symptoms"' not in html


def test_treatments_are_grouped_each_with_benefits_and_risks(client, tree):
    condition = make_condition(tree.conditions)
    make_option(
        condition,
        make_treatment(tree.treatments, "Cell therapy"),
        group="emerging",
        benefits="<p>A benefit.</p>",
        risks="<p>A risk.</p>",
        suitable_for="<p>Some people.</p>",
    )
    html = html_of(client, condition.url)
    assert '<h3 id="emerging">Emerging</h3>' in html
    assert '<a href="/treatments/cell-therapy/">Cell therapy</a>' in html
    assert all(text in html for text in ("A benefit.", "A risk.", "Some people.", "still being studied"))


def test_certainty_is_said_in_dots_and_in_words(client, tree):
    condition = make_condition(tree.conditions)
    for title in ("Rest", "Exercise"):
        make_option(condition, make_treatment(tree.treatments, title), stages=[("early", "moderate")])
    html = html_of(client, condition.url)
    table = html[html.index("<table") : html.index("</table>")]
    assert '<th scope="col">Early</th>' in table
    assert table.count('<i class="on"></i>') == 6
    assert "Moderate certainty" in table


def test_its_other_names_are_shown_with_their_language(client, tree):
    condition = make_condition(tree.conditions)
    ConditionName.objects.create(page=condition, name="Slipped disc")
    ConditionName.objects.create(page=condition, name="腰间突出", language="zh-hans")
    ConditionName.objects.create(page=condition, name="Proposed", is_confirmed=False)
    html = html_of(client, condition.url)
    assert "<b>Slipped disc</b>" in html
    assert '<b lang="zh-Hans">腰间突出</b>' in html
    assert "Proposed" not in html


def test_its_codes_are_shown(client, tree):
    condition = make_condition(tree.conditions)
    ConditionCode.objects.create(page=condition, system="icd10", code="M51.2")
    assert "ICD-10 <b>M51.2</b>" in html_of(client, condition.url)


def test_without_a_review_it_never_says_reviewed(client, tree):
    html = html_of(client, make_condition(tree.conditions).url)
    assert "Not yet medically reviewed" in html
    assert "Last reviewed" not in html


@pytest.mark.parametrize(("days", "shown"), [(-1, True), (1, False)])
def test_an_overdue_page_says_that_it_is_being_reviewed(client, tree, days, shown):
    due = timezone.localdate() + timedelta(days=days)
    condition = make_condition(tree.conditions, next_review_due=due)
    assert ("is being reviewed" in html_of(client, condition.url)) is shown


def test_drafts_are_not_among_its_articles(client, tree):
    condition = make_condition(tree.conditions)
    make_article(tree.articles, "A draft", live=False, conditions=[condition])
    assert "A draft" not in html_of(client, condition.url)


def test_a_chinese_condition_shows_chinese_articles_and_treatments(client, tree, chinese_tree):
    english = make_condition(tree.conditions, "Gout")
    chinese = english.copy_for_translation(chinese_tree.home.locale)
    chinese.save_revision().publish()
    make_article(tree.articles, "English article", conditions=[english])
    make_article(chinese_tree.articles, "中文文章", slug="zw", conditions=[english])
    html = html_of(client, chinese.url)
    assert "中文文章" in html
    assert "English article" not in html


def fill(tree, condition, numbers):
    """Add treatments with stages and links, names, articles with pictures, headings with links."""
    for n in numbers:
        treatment = make_treatment(tree.treatments, f"Treatment {n}")
        link = f'<p><a linktype="page" id="{treatment.pk}">x</a></p>'
        make_option(condition, treatment, stages=[("early", "low"), ("late", "high")], risks=link)
        ConditionName.objects.create(page=condition, name=f"Name {n}")
        make_article(tree.articles, f"Article {n}", conditions=[condition], picture=make_picture())


def test_queries_do_not_grow_with_treatments_names_and_articles(client, tree):
    condition = make_condition(tree.conditions, overview=stream(heading("One"), paragraph()))
    fill(tree, condition, range(2))
    few = queries_of(client, condition.url)
    fill(tree, condition, range(2, 8))
    assert queries_of(client, condition.url) == few
