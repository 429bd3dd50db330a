"""What a page type takes on when readers may comment on it. Knows no page type itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from freshness.clock import is_over


class CommentsMixin(models.Model):
    """Abstract: whether readers may comment on this page, and until when."""

    class CommentsMode(models.TextChoices):
        INHERIT = "inherit", _("As in this section")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed: comments stay visible, new ones are refused")
        OFF = "off", _("Off: no comments are shown")

    comments_mode = models.CharField(
        _("reader comments"), max_length=16, choices=CommentsMode.choices, default=CommentsMode.INHERIT
    )
    comments_open_until = models.DateField(
        _("open until"), null=True, blank=True, help_text=_("After this day the page takes no new comments.")
    )

    comments_panels = [
        MultiFieldPanel(
            [FieldPanel("comments_mode"), FieldPanel("comments_open_until")], heading=_("Reader comments")
        )
    ]

    class Meta:
        abstract = True

    @property
    def comments_deadline_passed(self):
        """Whether the day until which the page takes comments is over (bool)."""
        return is_over(self.comments_open_until)
