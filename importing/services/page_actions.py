"""What an editor decides about the title, its language and the address of an imported draft."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from articles.models import ArticlePage
from importing.models import ImportedFile
from importing.pipeline import Refused

from .revisions import keep, latest

Decision = ImportedFile.LanguageDecision


@transaction.atomic
def confirm_title(file, *, user, title=""):
    """Confirm the title of the draft of `file` (an ImportedFile), or set `title` (str) first."""
    page = latest(file.page)
    page.title = title.strip()[:255] or page.title
    page.title_status = ArticlePage.TitleStatus.CONFIRMED
    keep(page, user)


@transaction.atomic
def translate_title(file, *, title, user):
    """Replace the title by its translation `title` (str). Raise Refused when it is empty."""
    if not title.strip():
        raise Refused(_("Please write the translated title."))
    page = latest(file.page)
    page.title, page.title_language = title.strip()[:255], ""
    keep(page, user)
    _decide(file, Decision.TRANSLATED)


@transaction.atomic
def keep_title(file, *, user):
    """Keep the title in its own language: the page says so to browsers and screen readers."""
    _decide(file, Decision.KEPT)


@transaction.atomic
def begin_translation(file, *, user):
    """Begin a page in the language of the title: a draft copy in that language's tree. Give the copy.

    Raise Refused when the site has no such language or the copy exists already.
    """
    page = latest(file.page)
    locale = Locale.objects.filter(language_code=page.title_language).first()
    if not locale:
        raise Refused(_("The site has no pages in the language of the title."))
    if page.has_translation(locale):
        raise Refused(_("The page in this language exists already."))
    copy = page.copy_for_translation(locale, copy_parents=True)
    copy.title_language, copy.body_language = "", page.body_language or page.locale.language_code
    keep(copy, user)
    _decide(file, Decision.STUB)
    return copy


@transaction.atomic
def use_plain_address(file, *, user):
    """Give the draft the proposed address in plain letters. Raise Refused when another page has it."""
    page = latest(file.page)
    if page.get_siblings(inclusive=False).filter(slug=file.ascii_slug).exists():
        raise Refused(_("Another page has this address already."))
    page.slug = file.ascii_slug
    keep(page, user)
    file.ascii_slug = ""
    file.save(update_fields=["ascii_slug"])


def _decide(file, decision):
    file.language_decision = decision
    file.save(update_fields=["language_decision"])
