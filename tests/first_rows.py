"""The rows that the tests begin with: those of the migrations, and an English site without content."""

from types import SimpleNamespace

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
CHINESE = {
    "home": "健康站",
    "conditions": "病症",
    "treatments": "治疗",
    "articles": "文章",
    "people": "作者与审核者",
}


def grow_site():
    """Grow the site: the home page with its four sections, found at the address of Django's test client."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    home = plant(HomePage(title="Healthsite", slug="home", locale=english), hostname="testserver")
    for model, title, slug in SECTIONS:
        home.add_child(instance=model(title=title, slug=slug, locale=english))


def site():
    """Give the site's pages (SimpleNamespace of home, conditions, treatments, articles, people)."""
    models = {"home": HomePage} | {title.lower(): model for model, title, _ in SECTIONS}
    return SimpleNamespace(
        **{name: model.objects.get(locale__language_code="en") for name, model in models.items()}
    )


def grow_chinese():
    """Grow the Chinese half of the site: every page of `site` translated."""
    chinese, _ = Locale.objects.get_or_create(language_code="zh-hans")
    for name, page in vars(site()).items():
        translated = page.copy_for_translation(chinese)
        translated.title = CHINESE[name]
        translated.slug = page.slug if name != "home" else "home-zh-hans"
        translated.save_revision().publish()


def chinese_site():
    """Give the pages of the Chinese half, as `site` does."""
    chinese = Locale.objects.get(language_code="zh-hans")
    return SimpleNamespace(**{name: page.get_translation(chinese) for name, page in vars(site()).items()})


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
