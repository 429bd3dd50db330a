"""When each scheduled job ran, and how it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobRun(models.Model):
    """One run of one job of the settings' JOBS; only the latest of each are kept."""

    class Outcome(models.TextChoices):
        RUNNING = "running", _("is running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CUT_OFF = "cut_off", _("was cut off")

    job = models.CharField(_("job"), max_length=64)
    began = models.DateTimeField(_("began"))
    ended = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.RUNNING)
    detail = models.TextField(_("why"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("run of a scheduled job")
        verbose_name_plural = _("runs of scheduled jobs")
        ordering = ["-began"]
        indexes = [models.Index(fields=["job", "-began"], name="operations_jobrun_latest")]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.job} {self.began:%Y-%m-%d %H:%M}"

    @property
    def duration(self):
        """How long it took (timedelta), None while it runs and when it was cut off."""
        return self.ended - self.began if self.ended else None
