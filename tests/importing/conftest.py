"""The five source pages, parsed or imported."""

import pytest

from articles.models import ArticlePage
from importing.models import ImportedFile
from importing.pipeline import decode, parse
from importing.services import collect, import_files

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


@pytest.fixture
def import_seeds(tree):
    """Call it to import all five source pages; gives (ImportRun, report)."""
    return lambda **options: import_files(collect([need(SEEDS)]), **options)


@pytest.fixture
def seed_file():
    """Call it with a number to get the ImportedFile of that source page."""
    return lambda number: ImportedFile.objects.get(name=seed_path(number).name, outcome="imported")


@pytest.fixture
def seed_article(seed_file):
    """Call it with a number to get the draft article of that source page."""
    return lambda number: ArticlePage.objects.get(pk=seed_file(number).page_id)
