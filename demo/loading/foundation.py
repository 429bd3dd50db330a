"""The site itself: home and list pages in each language, the site record, its standing texts."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from articles.beginning import INDEX_MODELS
from demo.bodies import to_blocks, to_rich_text
from demo.content_files import LANGUAGES, ContentError, read_table
from pages.beginning import own_address, point_site_to
from pages.models import HomePage, SiteSettings, SiteText

from .planting import plant
from .scope import Scope


def refuse_a_site_in_use(ledger):
    """Raise ContentError when there is content here that the demonstration did not bring."""
    if "en/home" not in ledger and HomePage.objects.exists():
        raise ContentError(_("This site has pages already. The demonstration is for an empty site."))


def load_foundation(ledger, say):
    """Make locales, home pages, list pages, the site record and its texts, each if never made."""
    for language in LANGUAGES:
        Locale.objects.get_or_create(language_code=language)
        words = read_table(f"{language}/site")
        _load_home(ledger, language, words, say)
        for slug, index_words in words["lists"].items():
            _load_index(ledger, language, slug, index_words, say)
        _load_texts(ledger, language, words, say)


def _load_home(ledger, language, words, say):
    if f"{language}/home" in ledger:
        return
    scope = Scope(ledger, language, f"{language}/site.toml")
    home = HomePage(
        title=words["home"]["title"],
        slug=f"home-{language}",
        headline=words["home"]["headline"],
        summary=words["home"]["summary"],
        search_description=words["home"]["summary"],
        picture=scope.picture(words["home"]["picture"])[0],
        body=to_blocks(words["home"]["body"], scope),
    )
    with transaction.atomic():
        plant(ledger, f"{language}/home", home, Page.get_first_root_node(), say)
        if language == LANGUAGES[0]:
            point_site_to(home, words["site_name"])


def follow_port():
    """Let a site at localhost be found at the port of WAGTAILADMIN_BASE_URL, another one at every start."""
    hostname, port = own_address()
    if hostname == "localhost":
        for site in Site.objects.filter(is_default_site=True, hostname=hostname).exclude(port=port):
            site.port = port
            site.save()


def _load_index(ledger, language, slug, words, say):
    key = f"{language}/lists/{slug}"
    if key in ledger:
        return
    index = INDEX_MODELS[slug](
        title=words["title"],
        slug=slug,
        summary=words["summary"],
        search_description=words["summary"],
        show_in_menus=True,
    )
    plant(ledger, key, index, ledger.page(f"{language}/home"), say)


def _load_texts(ledger, language, words, say):
    key = f"{language}/texts"
    site = Site.objects.filter(is_default_site=True).first()
    if key in ledger or not site:
        return
    scope = Scope(ledger, language, f"{language}/site.toml")
    with transaction.atomic():
        site_settings = SiteSettings.for_site(site)
        if language == LANGUAGES[0]:
            site_settings.demonstration = True
        site_settings.texts.add(
            SiteText(
                locale=Locale.objects.get(language_code=language),
                site_name=words["site_name"],
                disclaimer=words["disclaimer"],
                emergency_help=to_rich_text(words["emergency_help"], scope),
                comment_policy=to_rich_text(words["comment_policy"], scope),
            )
        )
        site_settings.save()
        ledger.remember(key, site_settings)
    say(_("texts of the site: {language}").format(language=language))
