"""What tests of safety reports ask for."""

import pytest
from django.core.cache import cache
from wagtail.models import Site

from pages.models import SiteSettings, SiteText
from tests.articles.factories import make_article
from tests.editorial.factories import make_user

BODY = [
    ("heading", {"text": "Rest", "level": "2"}),
    ("paragraph", "<p>Stay in bed for three weeks.</p>"),
    ("heading", {"text": "Movement", "level": "2"}),
    ("paragraph", "<p>Walk a little.</p>"),
]


@pytest.fixture(autouse=True)
def _no_reports_counted_before():
    cache.clear()


@pytest.fixture
def article(tree):
    """A live article with two headings."""
    return make_article(tree.articles, "Back pain", body=BODY)


@pytest.fixture
def reviewer(db):
    return make_user("reviewer", "Medical reviewers")


@pytest.fixture
def desk(client, reviewer):
    """A browser in which a medical reviewer is logged in."""
    client.force_login(reviewer)
    return client


@pytest.fixture
def site_texts(tree):
    """The standing words of the English site."""
    settings = SiteSettings.for_site(Site.objects.get())
    SiteText.objects.create(
        settings=settings,
        locale=tree.home.locale,
        site_name="Healthsite",
        disclaimer="No substitute for a doctor.",
        emergency_help="<p>Call 112</p>",
    )
    return settings
