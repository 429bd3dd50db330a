"""The names under which people know a condition or a treatment, by language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from pages.models import languages


class Name(Orderable):
    """One name. The page's title is its preferred name; these are the others."""

    class Kind(models.TextChoices):
        SYNONYM = "synonym", _("Medical synonym")
        LAY = "lay", _("Everyday name")
        ABBREVIATION = "abbreviation", _("Abbreviation")

    name = models.CharField(_("name"), max_length=255)
    language = models.CharField(_("language"), max_length=16, choices=languages, default="en")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.SYNONYM)
    is_confirmed = models.BooleanField(
        _("confirmed by a medical editor"),
        default=True,
        help_text=_("A name proposed by an import waits here until somebody who knows confirms it."),
    )

    panels = [FieldPanel("name"), FieldPanel("language"), FieldPanel("kind"), FieldPanel("is_confirmed")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.name


class NamedMixin:
    """A page with `names`: readers find it under each that a medical editor has confirmed."""

    name_search_fields = [
        index.SearchField("search_names", boost=5),
        index.AutocompleteField("search_names"),
        # Only so that `update_index` fetches the names of many pages at once.
        index.RelatedFields("names", [index.FilterField("name")]),
    ]

    def search_names(self):
        """Give the confirmed names (list of str)."""
        return [name.name for name in self.names.all() if name.is_confirmed]
