"""One statement that many pages repeat: a threshold, a helpline, a definition. Kept in one place."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index


class Fact(TranslatableMixin, index.Indexed, models.Model):
    """A statement shown wherever a page places it. Changing its text asks for a review of those pages."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("For editors: under this name the statement is found.")
    )
    text = RichTextField(
        _("statement"),
        features=["bold", "link", "citation"],
        help_text=_(
            "Every page that places it shows this text; each comes on the review board when it changes."
        ),
    )

    panels = [FieldPanel("name"), FieldPanel("text")]

    search_fields = [index.SearchField("name"), index.SearchField("text"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("reusable statement")
        verbose_name_plural = _("reusable statements")
        ordering = ["name"]

    def __str__(self):
        return self.name
