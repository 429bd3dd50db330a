"""The review board: every page that somebody should look at, and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BoardReason(models.TextChoices):
    """Why a page is on the board."""

    CLOCK = "clock", _("Review due")
    RETRACTED_SOURCE = "retracted_source", _("A source was retracted")
    GRADE_CHANGED = "grade_changed", _("A grade of evidence changed")
    ORIGINAL_CHANGED = "original_changed", _("The original of this translation changed")
    MATERIAL_CHANGE = "material_change", _("Changed in substance since the last review")
    SAFETY_REPORT = "safety_report", _("A reader reported a danger")
    REVIEWER_EXPIRED = "reviewer_expired", _("The reviewer's verification ended")
    EXCEPTION_EXPIRED = "exception_expired", _("An exception for a claim ended")
    FACT_CHANGED = "fact_changed", _("A statement it places changed")
    PUBLISH_REFUSED = "publish_refused", _("Scheduled publishing was refused")


class BoardEntryQuerySet(models.QuerySet):
    """Entries by state and by date."""

    def open(self):
        """Entries that nobody has settled."""
        return self.filter(closed_at__isnull=True)

    def due_within(self, days):
        """Entries whose day has come or comes within `days` (int)."""
        return self.filter(due_on__lte=timezone.localdate() + timezone.timedelta(days=days))


class BoardEntry(models.Model):
    """One reason to look at one page. `key` tells two causes of the same kind apart."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="board_entries")
    subjects = models.ManyToManyField("wagtailcore.Page", related_name="+", blank=True)
    reason = models.CharField(_("reason"), max_length=24, choices=BoardReason.choices)
    key = models.CharField(max_length=64, blank=True)
    detail = models.TextField(_("details"), blank=True)
    due_on = models.DateField(_("due on"))
    opened_at = models.DateTimeField(_("opened"), auto_now_add=True)
    closed_at = models.DateTimeField(_("settled"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = BoardEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the review board")
        verbose_name_plural = _("entries of the review board")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "reason", "key"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_entry_per_cause",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"], condition=models.Q(closed_at__isnull=True), name="open_board"
            )
        ]

    def __str__(self):
        return f"{self.page}: {self.get_reason_display()}"

    @property
    def is_overdue(self):
        """Whether its day has passed (bool)."""
        return self.due_on < timezone.localdate()


class DigestSent(models.Model):
    """A digest of the board that one person got on one day: never a second one."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day")]

    def __str__(self):
        return f"{self.user} {self.day}"
