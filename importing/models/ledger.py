"""The ledger: what became of each line that the draft does not simply repeat."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from importing.pipeline import explain

from .files import ImportedFile


class LedgerLine(models.Model):
    """One thing that happened to a line of the source."""

    class Action(models.TextChoices):
        REMOVED = "removed", _("Removed")
        CHANGED = "changed", _("Changed")
        FLAGGED = "flagged", _("Please look")
        PROPOSED = "proposed", _("Proposed")

    file = models.ForeignKey(
        ImportedFile, verbose_name=_("file"), on_delete=models.CASCADE, related_name="ledger"
    )
    position = models.PositiveIntegerField(_("position"))
    line = models.PositiveIntegerField(_("line"), help_text=_("0 when it concerns the whole file."))
    line_end = models.PositiveIntegerField(_("last line"))
    action = models.CharField(_("action"), max_length=16, choices=Action.choices)
    reason = models.CharField(_("reason"), max_length=32)
    details = models.JSONField(_("details"), default=dict, blank=True)
    original = models.TextField(_("in the source"), blank=True)
    result = models.TextField(_("in the draft"), blank=True)
    source = models.ForeignKey(
        "editorial.Source",
        verbose_name=_("publication"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("line of the ledger")
        verbose_name_plural = _("lines of the ledger")
        ordering = ["file", "position"]
        indexes = [models.Index(fields=["file", "line"], name="ledger_of_a_line")]

    def __str__(self):
        return f"{self.line}: {self.get_action_display()}"

    @property
    def explanation(self):
        """The reason (str) as a sentence in the reader's language."""
        return explain(self.reason, self.details)
