"""How the certainty of evidence changed over time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .condition import ConditionPage
from .options import Certainty, Stage


class GradeChange(models.Model):
    """One change of one public grade: from what, to what, when, by whom and why. Never edited."""

    condition = models.ForeignKey(ConditionPage, on_delete=models.CASCADE, related_name="grade_changes")
    treatment = models.ForeignKey(
        "conditions.TreatmentPage", on_delete=models.CASCADE, related_name="grade_changes"
    )
    stage = models.CharField(_("stage"), max_length=16, choices=Stage.choices)
    before = models.CharField(_("before"), max_length=16, choices=Certainty.choices, blank=True)
    after = models.CharField(_("after"), max_length=16, choices=Certainty.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    assessed_by = models.ForeignKey(
        "editorial.ContributorPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(_("changed"), auto_now_add=True)

    class Meta:
        verbose_name = _("change of a grade")
        verbose_name_plural = _("changes of grades")
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["condition", "-changed_at"], name="grades_of_condition")]

    def __str__(self):
        return f"{self.treatment}: {self.before} → {self.after}"
