"""Links that lead nowhere, as found when the texts were last looked through."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BrokenLink(models.Model):
    """One link of one public page, and what is wrong with it."""

    class Kind(models.TextChoices):
        PAGE_GONE = "page_gone", _("The page is gone")
        PAGE_HIDDEN = "page_hidden", _("The page is not published")
        PAGE_MOVED = "page_moved", _("The page has another address now")
        DOCUMENT_GONE = "document_gone", _("The document is gone")
        ANCHOR_GONE = "anchor_gone", _("The place on the page is gone")
        MALFORMED = "malformed", _("This is no address")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="broken_links")
    kind = models.CharField(_("what is wrong"), max_length=16, choices=Kind.choices)
    target = models.TextField(_("leads to"))
    words = models.TextField(_("words of the link"), blank=True)
    found_at = models.DateTimeField(_("found"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["page__title", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.target}"
