"""A page whose title and text may be in different languages (a Chinese title over an English text)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# BCP 47 wants the script in title case: Django says "zh-hans", HTML says "zh-Hans".
HTML_CODES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


def languages():
    """Give the languages (list of (code, name)) of the site; being asked for, they need no migration."""
    return settings.LANGUAGES


def html_language(code):
    """Give the BCP 47 tag (str) that HTML's `lang` takes for a Django language code."""
    return HTML_CODES.get(code, code)


class LanguageMixin(models.Model):
    """Say in which language title and text are, where it is not the language of the page's tree."""

    title_language = models.CharField(
        _("language of the title"),
        max_length=16,
        blank=True,
        choices=languages,
        help_text=_("Only when it differs from the language of this page."),
    )
    body_language = models.CharField(
        _("language of the text"),
        max_length=16,
        blank=True,
        choices=languages,
        help_text=_("Only when it differs from the language of this page."),
    )

    class Meta:
        abstract = True

    @property
    def title_lang(self):
        """The `lang` (str) for the title, empty where the page's own applies."""
        return html_language(self.title_language)

    @property
    def body_lang(self):
        """The `lang` (str) for the text, empty where the page's own applies."""
        return html_language(self.body_language)
