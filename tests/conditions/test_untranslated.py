"""A Chinese page never shows an English text about risks as if it were translated."""

import pytest

from conditions.models import ConditionPage, TreatmentPage
from tests.pages.asking import html_of, queries_of

from .factories import make_condition, make_option, make_treatment

ENGLISH = '<div lang="en"><p>May bleed.</p></div>'


def translation(page, parent, slug):
    twin = page.copy_for_translation(parent.locale)
    twin.slug = slug
    twin.save_revision().publish()
    return type(page).objects.get(pk=twin.pk)


@pytest.fixture
def pair(tree, chinese_tree):
    english = make_condition(tree.conditions, "Gout")
    make_option(english, make_treatment(tree.treatments), risks="<p>May bleed.</p>")
    english = ConditionPage.objects.get(pk=english.pk)
    return english, translation(english, chinese_tree.conditions, "tongfeng")


def say(chinese, risks):
    chinese.treatment_options.model.objects.filter(page=chinese).update(risks=risks)


def test_untranslated_risks_are_marked(client, pair):
    html = html_of(client, pair[1].url)
    assert ENGLISH in html
    assert 'class="untranslated"' in html


def test_translated_risks_are_not_marked(client, pair):
    say(pair[1], "<p>可能出血。</p>")
    html = html_of(client, pair[1].url)
    assert "<p>可能出血。</p>" in html
    assert 'class="untranslated"' not in html


def test_the_original_is_not_marked(client, pair):
    assert 'class="untranslated"' not in html_of(client, pair[0].url)


def test_risks_on_the_page_of_a_treatment_are_marked_too(client, tree, chinese_tree):
    english = make_treatment(tree.treatments, risks="<p>May bleed.</p>")
    chinese = translation(TreatmentPage.objects.get(pk=english.pk), chinese_tree.treatments, "liliao")
    assert ENGLISH in html_of(client, chinese.url)


def test_looking_costs_one_query_whatever_the_number(client, pair, tree):
    before = queries_of(client, pair[1].url)
    for title in ("Rest", "Exercise", "Heat"):
        option = make_option(pair[0], make_treatment(tree.treatments, title), risks="<p>Few.</p>")
        option.pk = option.id = None
        option.page, option.locale = pair[1], pair[1].locale
        option.save()
    assert queries_of(client, pair[1].url) == before
