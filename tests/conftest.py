"""What every test may ask for."""

from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.db import connections
from django.utils import translation
from wagtail.models import Locale
from wagtail.signal_handlers import reference_index_auto_update_disabled as disabled

from pages.kept import forget_everything

from . import first_rows
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
def django_db_setup(request, django_db_setup, django_db_blocker):
    """The migrated database with the English site grown once, which every test finds again."""
    if not any(uses_database(item) for item in request.session.items):
        # Only journeys on the demonstration: its fixture makes the database.
        yield
        return
    connection = connections["default"]
    with django_db_blocker.unblock():
        bare = connection.creation.serialize_db_to_string()
        first_rows.grow_site()
        first_rows.keep(connection, bare)
    yield
    with django_db_blocker.unblock():
        first_rows.restore(bare)


@pytest.fixture(autouse=True)
def english():
    """Every test begins in English: a request for a Chinese page leaves its language behind in the thread."""
    translation.activate("en")
    yield
    translation.activate("en")


@pytest.fixture(autouse=True)
def nothing_kept():
    """Every test begins with nothing kept: the database of the one before it was rolled back."""
    forget_everything()


@pytest.fixture(autouse=True)
def relating(request, monkeypatch):
    """Find related articles only for tests that ask (`@pytest.mark.relating`): it is half of a save."""
    if not request.node.get_closest_marker("relating") and "live_server" not in request.fixturenames:
        monkeypatch.setattr("articles.models.article.relate_soon", lambda article: None)


@pytest.fixture(autouse=True)
def referring(request):
    """Keep the index of references for tests that ask (`@pytest.mark.referring`): a quarter of a save."""
    if request.node.get_closest_marker("referring") or "live_server" in request.fixturenames:
        yield
        return
    disabled.value = True
    yield
    with suppress(AttributeError):  # what was tested had it off itself, and on again
        del disabled.value


@pytest.fixture(autouse=True)
def finding(request, monkeypatch):
    """Index for the search only for tests that ask (`@pytest.mark.finding`): a sixth of a save."""
    if not request.node.get_closest_marker("finding") and "live_server" not in request.fixturenames:
        monkeypatch.setattr("modelsearch.index.insert_or_update_object", lambda page: None)


@pytest.fixture
def tree(db):
    """The English site: home, conditions, treatments, articles, people."""
    return first_rows.site()


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
