"""A database that lives as long as the report, and pages in it."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from pages.models import StandardPage
from pages.search import vocabulary
from pages.search.backend import store
from pages.search.backend.documents import document

BATCH = 500


@contextmanager
def scratch_database(name):
    """Work in a new empty database called `name` instead of the site's, and delete it afterwards.

    On PostgreSQL the user needs the right to create databases.
    """
    site_name = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(site_name, verbosity=0)


def home_page():
    """Give the home page that Wagtail's first migration makes."""
    return Site.objects.get(is_default_site=True).root_page


def empty():
    """Take all pages below the home page and the whole index away."""
    pages = StandardPage.objects.all()
    keys = list(pages.values_list("pk", flat=True))
    pages._raw_delete(using=pages.db)
    for batch in vocabulary.batches(keys):
        rows = Page.objects.filter(pk__in=batch)
        rows._raw_delete(using=rows.db)
    get_search_backend("pages.search.backend").reset_indexes()


@transaction.atomic
def add_pages(home, texts, first=1, model=StandardPage):
    """Store `texts` (list of corpora.Text) as public pages below `home`; give {page key: text id}.

    `first`: the place (int) among the children of `home`; `model`: a page type with a summary.
    """
    kind = ContentType.objects.get_for_model(model)
    pages = [page_for(home, kind, number, text) for number, text in enumerate(texts, start=first)]
    Page.objects.bulk_create(pages, batch_size=BATCH)
    for page, text in zip(pages, texts, strict=True):
        # Only the row of the page type: the row of the page is there already.
        model(page_ptr_id=page.pk, summary=text.body).save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=home.pk).update(numchild=first + len(texts) - 1)
    return {str(page.pk): text.id for page, text in zip(pages, texts, strict=True)}


def page_for(home, kind, number, text):
    """Give the unsaved Page of a text, a child of `home`."""
    return Page(
        title=text.title[:255],
        draft_title=text.title[:255],
        slug=f"text-{number}",
        path=f"{home.path}{Page._int2str(number).rjust(Page.steplen, '0')}",
        depth=home.depth + 1,
        url_path=f"{home.url_path}text-{number}/",
        locale=home.locale,
        content_type=kind,
        live=True,
    )


@transaction.atomic
def index_ours(texts, keys, model=StandardPage):
    """Index `texts` with the site's backend; `keys`: {page key: text id} of all of them, pages of `model`."""
    kind = ContentType.objects.get_for_model(model).pk
    by_id = {text.id: text for text in texts}
    for batch in vocabulary.batches(list(keys)):
        found = [document_for(by_id[keys[key]]) for key in batch]
        store.save([store.row_for(kind, key, one) for key, one in zip(batch, found, strict=True)])


def settle():
    """Count the words and let the database look at its tables, as it does by itself on a site."""
    vocabulary.replace_all(store.stored_texts())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def document_for(text):
    """Give the Document of a corpora.Text."""
    return document([text.title, *text.names], [text.body], [text.title, *text.names])


def index_stock(texts, keys):
    """Index `texts` with Wagtail's own backend; it has no names, so they go into the text."""
    store.IndexEntry.objects.all()._raw_delete(using=connection.alias)
    backend = get_search_backend("wagtail.search.backends.database")
    by_id = {text.id: text for text in texts}
    for batch in vocabulary.batches(list(keys)):
        backend.add_bulk(StandardPage, [stock_page(key, by_id[keys[key]]) for key in batch])


def stock_page(key, text):
    """Give an unsaved page from which Wagtail's backend takes what it indexes."""
    return StandardPage(pk=int(key), title=text.title, summary="\n".join([*text.names, text.body]))
