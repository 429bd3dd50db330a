"""Links of rich text to pages of the site."""

import pytest
from wagtail.rich_text import expand_db_html

from tests.conditions.factories import make_condition, make_treatment

from .asking import html_of, queries_of
from .factories import make_standard_page, paragraph, stream


def link_to(page):
    return f'<p>See <a linktype="page" id="{page.pk}">this</a>.</p>'


def test_a_link_leads_to_the_page(tree):
    assert 'href="/conditions/gout/"' in expand_db_html(link_to(make_condition(tree.conditions, "Gout")))


def test_a_link_to_a_draft_is_plain_text(tree):
    assert "href" not in expand_db_html(link_to(make_condition(tree.conditions, live=False)))


def test_a_link_to_a_deleted_page_is_plain_text(tree):
    assert "<a>this</a>" in expand_db_html('<a linktype="page" id="99999">this</a>')


def test_a_link_whose_id_is_no_number_is_plain_text(tree):
    assert "<a>this</a>" in expand_db_html('<a linktype="page" id="x1">this</a>')


@pytest.mark.parametrize("number", [2, 30])
def test_links_of_a_whole_page_are_looked_up_together(client, tree, number):
    treatments = [make_treatment(tree.treatments, f"Treatment {n}") for n in range(number)]
    body = stream(*(paragraph(link_to(page)) for page in treatments))
    page = make_standard_page(tree.home, "Links", body=body)
    assert f'href="/treatments/treatment-{number - 1}/"' in html_of(client, page.url)
    without = make_standard_page(tree.home, "None", body=stream(paragraph()))
    assert queries_of(client, page.url) - queries_of(client, without.url) <= 2
