"""The handout: what a patient takes home."""

import pytest
from wagtail.models import PageViewRestriction

from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_source
from tests.pages.asking import html_of
from tests.pages.factories import make_standard_page, paragraph, stream


def card(level):
    """Give the (type, value) pair of a care card."""
    return ("care_card", {"level": level, "title": f"Card {level}", "body": "<ul><li>it hurts</li></ul>"})


@pytest.fixture
def disc(tree):
    source = make_source("A good guideline")
    cited = f'<p>Most get better.<a linktype="source" id="{source.pk}">[*]</a></p>'
    texts = {"overview": stream(paragraph(cited)), "get_help": stream(card("urgent"), card("emergency"))}
    page = make_condition(tree.conditions, summary="A disc bulges.", **texts)
    make_option(page, make_treatment(tree.treatments), stages=[("any", "low")], summary="Often helps.")
    return page


def test_a_condition_is_handed_out_with_all_that_matters(client, disc):
    html = html_of(client, f"{disc.url}handout/")
    for words in (
        "A disc bulges.",
        "Physiotherapy",
        "Often helps.",
        "Low certainty",
        "Urgent:",
        "Emergency:",
    ):
        assert words in html
    assert "A good guideline" in html
    assert "Not yet medically reviewed" in html
    assert '<svg viewBox="0 0' in html
    assert "http://testserver/conditions/lumbar-disc-herniation/" in html


def test_the_page_leads_to_its_handout(client, disc):
    assert f'href="{disc.url}handout/"' in html_of(client, disc.url)


def test_nothing_on_it_breaks_the_strict_policy(client, disc):
    html = html_of(client, f"{disc.url}handout/")
    assert "style=" not in html
    assert "<style" not in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_treatment_and_an_article_are_handed_out_too(client, disc, tree):
    treatment = disc.treatment_options.get().treatment
    treatment.risks = "<p>Pain for a day.</p>"
    treatment.save()
    assert "Pain for a day." in html_of(client, f"{treatment.url}handout/")
    points = ("key_points", {"points": ["Keep moving."]})
    article = make_article(tree.articles, body=stream(points, paragraph("<p>More words.</p>")))
    assert "Keep moving." in html_of(client, f"{article.url}handout/")


def test_a_chinese_handout_is_chinese(client, chinese_tree):
    page = make_condition(chinese_tree.conditions, "椎间盘突出", slug="disc", summary="椎间盘。")
    html = html_of(client, f"{page.url}handout/")
    assert '<html lang="zh-Hans">' in html
    assert "尚未经医学审核" in html or "医学审核" in html


def test_a_long_text_is_cut_and_the_urgent_cards_stay(client, tree):
    cards = [card("routine")] * 4 + [card("emergency")]
    long = paragraph("<p>" + "word " * 5000 + "</p>")
    page = make_condition(tree.conditions, overview=stream(long), get_help=stream(*cards))
    html = html_of(client, f"{page.url}handout/")
    assert "More on the page." in html
    assert html.count("Card routine") == 2
    assert "Card emergency" in html
    assert len(html) < 30_000


def test_what_has_no_handout_leaves_the_address_to_a_page(client, tree):
    page = make_standard_page(tree.home)
    assert client.get(f"{page.url}handout/").status_code == 404
    below = make_standard_page(page, "Our handout", slug="handout")
    assert "Our handout" in html_of(client, below.url)


def test_what_not_everybody_may_read_is_not_handed_out(client, disc, tree):
    draft = make_condition(tree.conditions, "Draft", live=False)
    PageViewRestriction.objects.create(page=disc, restriction_type="login")
    assert client.get("/conditions/draft/handout/").status_code == 404
    assert client.get(f"/conditions/{disc.slug}/handout/").status_code == 404
    assert draft.pk


def test_more_treatments_take_no_more_queries(client, disc, tree, django_assert_max_num_queries):
    address = f"{disc.url}handout/"
    client.get(address)
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    count = len(few)
    for number in range(5):
        make_option(disc, make_treatment(tree.treatments, f"Treatment {number}"), stages=[("any", "low")])
    client.get(address)
    with django_assert_max_num_queries(count):
        client.get(address)
