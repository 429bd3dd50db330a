"""The first pages of an empty site: a home page with its lists, in every language of the site."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page

from conditions.models import ConditionIndexPage, TreatmentIndexPage
from editorial.models import ContributorIndexPage
from pages.beginning import point_site_to
from pages.models import HomePage

from .models import ArticleIndexPage

INDEX_MODELS = {
    "conditions": ConditionIndexPage,
    "treatments": TreatmentIndexPage,
    "articles": ArticleIndexPage,
    "people": ContributorIndexPage,
}
TITLES = {
    "conditions": gettext_lazy("Conditions"),
    "treatments": gettext_lazy("Treatments"),
    "articles": gettext_lazy("Articles"),
    "people": gettext_lazy("People"),
}


def begin_site(name):
    """Publish the first pages of a site called `name` (str); give False where one is there already."""
    with transaction.atomic():
        if HomePage.objects.exists():
            return False
        first = {}
        for language, _label in settings.LANGUAGES:
            with translation.override(language):
                _grow(language, name, first)
        point_site_to(first["home"], name)
    return True


def _grow(language, name, first):
    """Grow the pages of one language: translations of those in `first` (dict), which the first one fills."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    home = HomePage(title=name, slug=f"home-{language}", locale=locale)
    _plant(Page.get_first_root_node(), home, first.setdefault("home", home))
    for slug, model in INDEX_MODELS.items():
        index = model(title=str(TITLES[slug]), slug=slug, locale=locale, show_in_menus=True)
        _plant(home, index, first.setdefault(slug, index))


def _plant(parent, page, original):
    page.translation_key = original.translation_key
    parent.add_child(instance=page)
    page.save_revision().publish()
