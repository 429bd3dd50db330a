"""Links that lead nowhere, found without a network."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from editorial.broken_links import look_through
from editorial.models import BrokenLink
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition
from tests.editorial.factories import make_user
from tests.pages.factories import heading, paragraph, stream

REPORT = "/admin/reports/broken-links/"
GOOD = [
    *(
        "/conditions/",
        "/conditions/#content",
        "http://testserver/conditions",
        "/",
        "/search/?q=hip",
        "#overview",
    ),
    *(
        "/articles/topics/spine/",
        "https://doi.org/10.1136/bmj.h6234",
        "mailto:desk@example.org",
        "tel:+44-20-1",
    ),
    *("http://例子.测试/页", "/robots.txt"),
]
BAD = {
    "/conditions/nothing/": "page_gone",
    "http://testserver/nothing": "page_gone",
    "/conditions/draft/": "page_hidden",
    "/old/": "page_moved",
    "/conditions/#nowhere": "anchor_gone",
    "#nowhere": "anchor_gone",
    "http//example.org": "malformed",
    "https://": "malformed",
    "https://exa mple.org": "malformed",
    "http://[::1": "malformed",
    "mailto:nobody": "malformed",
    "tel:": "malformed",
    "javascript:alert(1)": "malformed",
    "www.example.org": "malformed",
}


@pytest.fixture
def page(tree):
    make_condition(tree.conditions, "Draft", live=False)
    make_article(tree.articles, "About the spine", tags=["Spine"])
    Redirect.objects.create(old_path="/old", redirect_page=tree.conditions)
    return make_condition(tree.conditions)


def write(page, *links):
    """Put links into the page's overview, each (attributes, words)."""
    text = "".join(f"<a {attributes}>{words}</a>" for attributes, words in links)
    page.overview = stream(heading("Ring"), paragraph(f"<p>{text}</p>"))
    page.save()


def found(page):
    """Give [(kind, target)] of what is found on `page`."""
    look_through()
    return list(BrokenLink.objects.filter(page=page).values_list("kind", "target"))


def test_links_to_what_is_gone_or_not_published_are_found(page, tree):
    draft = make_condition(tree.conditions, "Second draft", live=False)
    write(
        page,
        ('linktype="page" id="999999"', "gone"),
        (f'linktype="page" id="{draft.pk}"', "draft"),
        (f'linktype="page" id="{tree.conditions.pk}"', "fine"),
        ('id="999999" linktype="document"', "file"),
        ('linktype="source" id="1"', "[*]"),
    )
    wrong = [("page_gone", "999999"), ("page_hidden", "Second draft"), ("document_gone", "999999")]
    assert found(page) == wrong


def test_good_addresses_are_left_alone(page):
    write(page, *((f'href="{address}"', "x") for address in GOOD))
    assert found(page) == []


def test_each_bad_address_is_named_with_its_reason(page):
    write(page, *((f'href="{address}"', "x") for address in BAD))
    assert {target.split(" →")[0]: kind for kind, target in found(page)} == BAD


def test_unpublishing_a_page_lists_those_that_still_link_to_it(page, tree):
    target = make_condition(tree.conditions, "Target")
    write(page, (f'linktype="page" id="{target.pk}"', "see this"))
    assert found(page) == []
    target.unpublish()
    assert found(page) == [("page_hidden", "Target")]


def test_the_report_names_page_words_and_reason_and_looks_again(admin_client, page):
    write(page, ('linktype="page" id="999999"', "read this"))
    assert "found no broken link" in admin_client.get(REPORT).content.decode()
    admin_client.post(reverse("look_for_broken_links"))
    html = admin_client.get(REPORT).content.decode()
    assert all(words in html for words in (page.title, "read this", "The page is gone"))


def test_the_command_says_what_it_finds(page, capsys):
    write(page, ('href="#nowhere"', "here"))
    call_command("find_broken_links")
    assert "The place on the page is gone: #nowhere (here)" in capsys.readouterr().out


def test_more_pages_with_links_take_no_more_queries(page, tree, django_assert_max_num_queries):
    write(page, ('linktype="page" id="999999"', "gone"))
    look_through()
    with django_assert_max_num_queries(60) as few:
        look_through()
    count = len(few)
    for number in range(4):
        write(make_condition(tree.conditions, f"Condition {number}"), ('linktype="page" id="999998"', "gone"))
    with django_assert_max_num_queries(count):
        assert look_through() == 5


def test_whoever_edits_no_pages_does_not_see_it(client, page):
    client.force_login(make_user("reader"))
    assert client.get(REPORT).status_code == 302
    assert client.post(reverse("look_for_broken_links")).status_code in (302, 403)
