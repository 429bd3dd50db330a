"""Where drafts go in the page tree."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale

from importing.pipeline import Refused


def index_page(model, locale):
    """Give the index page (of class `model`) in `locale`, else in the main language. Else raise Refused."""
    pages = list(model.objects.select_related("locale").order_by("path"))
    for wanted in (locale.language_code, settings.LANGUAGE_CODE):
        for page in pages:
            if page.locale.language_code == wanted:
                return page
    if not pages:
        raise Refused(
            _("The site has no page “%(name)s” yet. Create it first.") % {"name": model._meta.verbose_name}
        )
    return pages[0]


def locale_for(language):
    """Give the Locale for a language code, else that of the main language."""
    return Locale.objects.filter(language_code=language).first() or Locale.get_default()
