"""The rows that the tests begin with: those of the migrations, and an English site without content."""

from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage
from conditions.models import ConditionIndexPage, TreatmentIndexPage
from editorial.models import ContributorIndexPage
from pages.models import HomePage

SECTIONS = [
    (ConditionIndexPage, "Conditions", "conditions"),
    (TreatmentIndexPage, "Treatments", "treatments"),
    (ArticleIndexPage, "Articles", "articles"),
    (ContributorIndexPage, "People", "people"),
]


def grow_site():
    """Grow the site: the home page with its four sections, found at the address of Django's test client."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    home = plant(HomePage(title="Healthsite", slug="home", locale=english), hostname="testserver")
    for model, title, slug in SECTIONS:
        home.add_child(instance=model(title=title, slug=slug, locale=english))


def site():
    """Give the site's pages (SimpleNamespace of home, conditions, treatments, articles, people)."""
    return SimpleNamespace(
        home=HomePage.objects.get(), **{title.lower(): model.objects.get() for model, title, _ in SECTIONS}
    )


def welcome():
    """Put Wagtail's page of welcome in the place of the site, as its migrations left it."""
    plant(Page(title="Welcome to your new Wagtail site!", slug="home"), hostname="localhost")


def plant(home, hostname):
    """Make `home` (Page, not saved) the only page below the root, found at `hostname` (str); give it."""
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    Page.objects.get(depth=1).add_child(instance=home)
    Site.objects.create(hostname=hostname, root_page=home, is_default_site=True, site_name="Healthsite")
    return home


def keep(connection, bare):
    """Let tests that commit find the site anew, the demonstration what the migrations left (`bare`, str).

    Once Playwright's loop runs, its thread has another connection: the class serves both.
    """
    rows = connection.creation.serialize_db_to_string()
    connection._test_serialized_contents = type(connection)._test_serialized_contents = rows
    type(connection)._rows_of_the_migrations = bare


def restore(rows):
    """Empty every table, then put `rows` (str, as Django serialises a database) back."""
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(rows)
    # While the tables were empty, whoever asked for a type made one, with a number that is another's now.
    ContentType.objects.clear_cache()
