"""The front page of one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from pages.blocks import SectionStreamBlock


class HomePage(Page):
    """The front page: a promise, what people look for, and what editors put forward."""

    headline = models.CharField(_("headline"), max_length=120, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences under the headline.")
    )
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(SectionStreamBlock(), verbose_name=_("text below"), blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("headline"), FieldPanel("summary"), FieldPanel("picture")], heading=_("Welcome")
        ),
        InlinePanel("looked_for", heading=_("What people look for"), label=_("Page"), max_num=8),
        InlinePanel("featured", heading=_("Put forward by the editors"), label=_("Page"), max_num=6),
        FieldPanel("body"),
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")


class PickedPage(Orderable):
    """A page that an editor put into a list by hand."""

    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.target.title


class LookedForPage(PickedPage):
    """A page that many people look for, linked at the top of the front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="looked_for")


class FeaturedPage(PickedPage):
    """A page that editors put forward on the front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
