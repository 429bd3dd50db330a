"""What every test may ask for."""

import gc
from contextlib import suppress

import pytest
from django.utils import translation
from wagtail.models import Site
from wagtail.signal_handlers import reference_index_auto_update_disabled as disabled

from freshness import reading
from pages.kept import forget_everything

from . import first_rows, kept_rows
from .kept_rows import KEPT, put_back_after_tests_that_commit, restore
from .needs import need, needs_of


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only tests that use the database")


def pytest_collection_modifyitems(config, items):
    """Let Django add nothing to the tables that a test emptied, for we do; begin with the longest tests."""
    if config.getoption("database_only"):
        items[:] = [item for item in items if uses_database(item)]
    for item in items:
        marker = item.get_closest_marker("django_db")
        options = dict(marker.kwargs) if marker else {}
        if options.get("transaction") or {"transactional_db", "live_server"} & set(item.fixturenames):
            options |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**options), append=False)
    items.sort(key=lambda item: ("demo_site" in item.fixturenames, not item.get_closest_marker("long")))


def pytest_collection_finish():
    """Collect garbage seldom, and not among what lives for the whole run: it took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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
    with django_db_blocker.unblock():
        KEPT["migrated"] = kept_rows.read()
        first_rows.grow_site()
        KEPT["site"] = kept_rows.read()
        first_rows.grow_chinese()
        KEPT["chinese"] = kept_rows.newer(kept_rows.read(), KEPT["site"])
        restore(KEPT["site"])
        put_back_after_tests_that_commit()
    yield
    with django_db_blocker.unblock():
        restore(KEPT["migrated"])


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
    Site.clear_site_root_paths_cache()


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
    kept_rows.write(KEPT["chinese"])
    Site.clear_site_root_paths_cache()
    forget_everything()
    return first_rows.chinese_site()


@pytest.fixture
def counting(db, settings, monkeypatch):
    """Changes are counted, and read although a test is one transaction."""
    settings.COUNT_CHANGES = True
    monkeypatch.setattr(reading.reader, "in_transactions", True)
    reading.reader.number = -1
    reading.reader.expire()
