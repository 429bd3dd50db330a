"""What stands around every page."""

import re

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, Site

from pages.models import SiteSettings, SiteText
from tests.conditions.factories import make_condition

from .asking import html_of
from .factories import make_standard_page


@pytest.fixture
def words(tree):
    """The site's standing words in English, on a demonstration site."""
    settings = SiteSettings.for_site(Site.objects.get())
    settings.demonstration = True
    settings.save()
    return SiteText.objects.create(
        settings=settings,
        locale=Locale.objects.get(language_code="en"),
        site_name="Our clinic",
        disclaimer="No substitute for a visit.",
        emergency_help="<p>Call <b>112</b>.</p>",
    )


def test_the_first_link_skips_to_the_content(client, tree):
    html = html_of(client, "/")
    assert re.search(r"<body>\s*<a class=\"skip\" href=\"#content\">", html)
    assert '<main id="content"' in html


def test_the_menu_lists_the_sections_and_marks_the_current_one(client, tree):
    html = html_of(client, "/conditions/")
    assert '<a href="/conditions/" aria-current="page">Conditions</a>' in html
    assert '<a href="/articles/">Articles</a>' in html


def test_a_page_below_a_section_marks_that_section(client, tree):
    html = html_of(client, make_condition(tree.conditions).url)
    assert '<a href="/conditions/" aria-current="true">' in html


def test_a_section_published_later_appears_at_once(client, tree):
    html_of(client, "/")
    tree.people.title = "Our people"
    tree.people.save()
    assert "Our people" in html_of(client, "/")


def test_breadcrumbs_lead_home(client, tree):
    html = html_of(client, make_condition(tree.conditions).url)
    crumbs = html[html.index('class="crumbs') :].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', crumbs) == ["/", "/conditions/"]


def test_every_page_carries_the_disclaimer_and_emergency_help(client, words):
    html = html_of(client, "/articles/")
    assert "No substitute for a visit." in html
    assert "Call <b>112</b>." in html
    assert "– Our clinic</title>" in html


def test_a_changed_disclaimer_changes_all_pages(client, words):
    html_of(client, "/")
    words.disclaimer = "Changed words."
    words.save()
    assert "Changed words." in html_of(client, "/")
    assert "Changed words." in html_of(client, "/people/")


def test_a_demonstration_site_says_so_on_top(client, words):
    assert "Demonstration site. Not medical advice." in html_of(client, "/")


def test_another_site_does_not_say_so(client, tree):
    assert "Demonstration site" not in html_of(client, "/")


def test_only_standard_pages_marked_for_menus_stand_at_the_foot(client, tree):
    make_standard_page(tree.home, "Privacy", show_in_menus=True)
    make_standard_page(tree.home, "Hidden page", slug="hidden")
    html = html_of(client, "/")
    assert '<a href="/privacy/">Privacy</a>' in html
    assert "Hidden page" not in html


def test_no_page_holds_inline_style_or_script(client, tree):
    for url in ("/", "/conditions/", "/treatments/", "/articles/", "/people/"):
        html = html_of(client, url)
        assert " style=" not in html
        assert "<style" not in html
        assert not re.search(r"<script(?![^>]*(\bsrc=|application/ld\+json))", html)


def test_a_missing_page_offers_search_and_the_sections(client, tree):
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "There is no page at this address" in html
    assert 'href="/conditions/"' in html


def test_a_preview_can_be_checked_and_the_public_page_carries_nothing_of_it(client, tree, admin_client):
    page = make_standard_page(tree.home)
    asked = RequestFactory().get("/", headers={"cookie": admin_client.cookies.output(header="", sep=";")})
    preview = page.make_preview_request(original_request=asked).content.decode()
    assert "<wagtail-userbar" in preview
    assert "wagtail" not in html_of(client, page.url)
