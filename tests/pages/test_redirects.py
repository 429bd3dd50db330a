"""Redirects that follow a move, also of pages with addresses that are too long for one."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.articles.factories import make_article


@pytest.mark.parametrize(("length", "kept"), [(200, 1), (255, 0)])
def test_a_page_moves_whether_its_old_address_fits_or_not(
    client, tree, django_capture_on_commit_callbacks, length, kept
):
    page = make_article(tree.articles, slug="a" * length)
    old = page.url
    page.slug = "short"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert Redirect.objects.count() == kept
    assert client.get(old).status_code == (301 if kept else 404)
    assert client.get("/articles/short/").status_code == 200
