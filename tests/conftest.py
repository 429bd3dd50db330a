"""What every test may ask for."""

from types import SimpleNamespace

import pytest
from django.db import connections
from django.utils import translation
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage
from conditions.models import ConditionIndexPage, TreatmentIndexPage
from editorial.models import ContributorIndexPage
from pages.models import HomePage

from .needs import need, needs_of


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only tests that use the database")


def pytest_collection_modifyitems(config, items):
    """Give tests that commit the rows of the migrations anew: the one before them emptied every table."""
    if config.getoption("database_only"):
        items[:] = [item for item in items if uses_database(item)]
    for item in items:
        marker = item.get_closest_marker("django_db")
        options = dict(marker.kwargs) if marker else {}
        if options.get("transaction") or {"transactional_db", "live_server"} & set(item.fixturenames):
            options |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**options), append=False)


def uses_database(item):
    """Say whether a test, pytest's `item`, may behave in another way on another database."""
    return bool(
        item.get_closest_marker("django_db")
        or item.get_closest_marker("postgres")
        or {"db", "transactional_db", "live_server"} & set(item.fixturenames)
    )


def pytest_runtest_setup(item):
    """Hold a test back that this machine cannot run."""
    for part in needs_of(item):
        need(part)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The migrated database, whose first rows every connection knows and finds again at the end."""
    default = connections["default"]
    rows = getattr(default, "_test_serialized_contents", None)
    if rows is not None:
        # Once Playwright's loop runs, this thread has another connection: the class serves both.
        type(default)._test_serialized_contents = rows
    yield
    if rows is not None:
        with django_db_blocker.unblock():
            connections["default"].creation.deserialize_db_from_string(rows)


@pytest.fixture(autouse=True)
def english():
    """Every test begins in English: a request for a Chinese page leaves its language behind in the thread."""
    translation.activate("en")
    yield
    translation.activate("en")


def grow_tree(home):
    """Add the four index pages under `home`; give them (SimpleNamespace) with the home page."""

    def add(model, title, slug):
        return home.add_child(instance=model(title=title, slug=slug, locale=home.locale))

    return SimpleNamespace(
        home=home,
        conditions=add(ConditionIndexPage, "Conditions", "conditions"),
        treatments=add(TreatmentIndexPage, "Treatments", "treatments"),
        articles=add(ArticleIndexPage, "Articles", "articles"),
        people=add(ContributorIndexPage, "People", "people"),
    )


@pytest.fixture
def tree(db):
    """The English site: home, conditions, treatments, articles, people."""
    root = Page.get_first_root_node()
    Page.objects.filter(depth__gt=1).delete()
    root = Page.objects.get(pk=root.pk)
    english, _ = Locale.objects.get_or_create(language_code="en")
    home = root.add_child(instance=HomePage(title="Healthsite", slug="home", locale=english))
    Site.objects.all().delete()
    Site.objects.create(
        hostname="testserver", port=80, root_page=home, is_default_site=True, site_name="Healthsite"
    )
    return grow_tree(home)


@pytest.fixture
def chinese_tree(tree):
    """The Chinese site beside the English one, its pages translations of the English ones."""
    chinese, _ = Locale.objects.get_or_create(language_code="zh-hans")
    names = {
        "home": "健康站",
        "conditions": "病症",
        "treatments": "治疗",
        "articles": "文章",
        "people": "作者与审核者",
    }
    pages = {}
    for name, title in names.items():
        page = getattr(tree, name).copy_for_translation(chinese)
        page.title = title
        page.slug = getattr(tree, name).slug if name != "home" else "home-zh-hans"
        page.save_revision().publish()
        pages[name] = page
    return SimpleNamespace(**pages)
