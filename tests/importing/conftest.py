"""The five source pages, parsed, or imported once for all tests of a module."""

from types import SimpleNamespace

import pytest
from django.db import transaction

from articles.models import ArticlePage
from importing.models import ImportedFile
from importing.pipeline import decode, parse
from importing.services import collect, import_files
from tests import first_rows

from .seeds import SEEDS, need, seed_path


@pytest.fixture(scope="session")
def seed():
    """Call it with a number to get that source page, parsed."""
    pages = {}

    def parsed(number):
        if number not in pages:
            path = seed_path(number)
            pages[number] = parse(decode(path.read_bytes())[0], path.name)
        return pages[number]

    return parsed


@pytest.fixture(scope="module")
def module_tree(django_db_setup, django_db_blocker):
    """An English site that lives for a whole module: what its tests share is made only once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield first_rows.site()
        transaction.set_rollback(True)


def import_seeds(**options):
    """Import all five source pages; give (ImportRun, report)."""
    return import_files(collect([need(SEEDS)]), **options)


def seed_article(number):
    """Give the draft (ArticlePage) of a source page that was imported."""
    file = ImportedFile.objects.get(name=seed_path(number).name, outcome="imported")
    return ArticlePage.objects.get(pk=file.page_id)


@pytest.fixture(scope="module")
def imported(module_tree):
    """The source pages on an empty site: reports of a dry run, of the import, and what the dry run left."""
    _run, dry = import_seeds(dry_run=True)
    left = ImportedFile.objects.count() + ArticlePage.objects.count()
    _run, real = import_seeds()
    return SimpleNamespace(tree=module_tree, dry=dry, left_by_dry_run=left, real=real)
