"""Pages about the site itself: how we review, privacy, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pages.blocks import BodyStreamBlock
from pages.outline import outline
from pages.picture import prefetch_pictures
from pages.search_result.panel import PROMOTE_PANELS


class StandardPage(Page):
    """A page of text with no medical claim of its own."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two plain sentences."))
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]

    promote_panels = PROMOTE_PANELS

    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request, *args, **kwargs):
        """Add `outline` (the text) and `contents` (its headings)."""
        prefetch_pictures(streams=[self.body])
        text = outline(self.body)
        return {**super().get_context(request, *args, **kwargs), "outline": text, "contents": text.contents}
