"""How staff keep the glossary."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    """Explained words, found by the word."""

    model = GlossaryTerm
    icon = "help"
    menu_label = _("Glossary")
    menu_name = "glossary"
    list_display = ["term", "explanation", "locale"]
    search_fields = ["term", "other_forms"]
    list_per_page = 50
