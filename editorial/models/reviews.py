"""Medical reviews: who checked which revision, when, with what outcome."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Review(models.Model):
    """One completed medical review of one page. Never edited afterwards."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Approved")
        UNCHANGED = "unchanged", _("Reviewed, no change needed")
        CHANGES = "changes", _("Changes requested")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="medical_reviews")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewer = models.ForeignKey(
        "editorial.ContributorPage",
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=_("reviewer"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("account"),
    )
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices)
    note = models.TextField(_("note"), blank=True)
    checked = models.JSONField(_("points checked"), default=list, blank=True)
    reviewed_at = models.DateTimeField(_("reviewed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("medical review")
        verbose_name_plural = _("medical reviews")
        ordering = ["-reviewed_at"]
        indexes = [models.Index(fields=["page", "-reviewed_at"], name="reviews_of_page")]

    def __str__(self):
        return f"{self.get_outcome_display()}: {self.reviewer}"
