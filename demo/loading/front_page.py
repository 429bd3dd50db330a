"""The lists of the front page, filled once all pages are there."""

from django.db import transaction
from django.utils.translation import gettext as _

from pages.models.home import FeaturedPage, LookedForPage

from .planting import publish
from .scope import Scope


def fill_front_page(ledger, language, words, say):
    """Put the pages named in `site.toml` on the front page of a language and publish it, once."""
    key, home = f"{language}/front-page", ledger.page(f"{language}/home")
    if key in ledger or home is None:
        return
    scope = Scope(ledger, language, f"{language}/site.toml")
    home.looked_for = [LookedForPage(target=page) for page in _pages(words["home"]["looked_for"], scope)]
    home.featured = [FeaturedPage(target=page) for page in _pages(words["home"]["featured"], scope)]
    with transaction.atomic():
        refusal = publish(home)
        ledger.remember(key, home)
    say(refusal or _("front page: {language}").format(language=language))


def _pages(addresses, scope):
    found = (scope.page(*address.split("/")) for address in addresses)
    return [page for page in found if page]
