"""The order in which things are loaded: whatever is referred to comes first."""

from demo.content_files import LANGUAGES, page_paths, read_page, read_table
from pages.gathering import each_task_once

from . import builders
from .accounts import make_accounts
from .foundation import follow_port, load_foundation, refuse_a_site_in_use
from .front_page import fill_front_page
from .glossary import load_glossary
from .ledger import Ledger
from .library import load_pictures, load_sources
from .planting import plant
from .reader_comments import load_reader_comments
from .scope import Scope

# Kind (folder) -> the page it stands under, and what makes it.
KINDS = {
    "people": ("lists/people", builders.contributor),
    "standard": ("home", builders.standard_page),
    "treatments": ("lists/treatments", builders.treatment),
    "conditions": ("lists/conditions", builders.condition),
    "articles": ("lists/articles", builders.article),
}


def load_demonstration(say):
    """Load what was never loaded; `say` takes one line (str) of progress. Give how many things are new (int).

    Raises ContentError when a content file is wrong or the site holds other people's pages.
    """
    ledger = Ledger()
    before = len(ledger.ids)
    refuse_a_site_in_use(ledger)
    make_accounts(ledger, say)
    load_sources(ledger, say)
    load_pictures(ledger, say)
    load_foundation(ledger, say)
    follow_port()
    load_glossary(ledger, say)
    with each_task_once():
        for kind in KINDS:
            for language in LANGUAGES:
                _load_kind(ledger, kind, language, say)
    for language in LANGUAGES:
        fill_front_page(ledger, language, read_table(f"{language}/site"), say)
    load_reader_comments(ledger, say)
    return len(ledger.ids) - before


def _load_kind(ledger, kind, language, say):
    paths = [path for path in page_paths(kind, language) if f"{language}/{kind}/{path.stem}" not in ledger]
    files = sorted((read_page(path) for path in paths), key=_age, reverse=True)
    place, build = KINDS[kind]
    for file in files:
        page = build(file, Scope.of(ledger, file))
        ages = {"days_ago": _age(file), "updated_days_ago": file.head.get("updated_days_ago")}
        plant(ledger, file.key, page, ledger.page(f"{language}/{place}"), say, **ages)


def _age(file):
    """The oldest page comes first, so a page can only refer to pages that readers already had."""
    return file.head.get("days_ago", 0)
