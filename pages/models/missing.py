"""Addresses that readers asked for and that are not there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 255


class MissingAddress(models.Model):
    """One address that answered 404 and how often. Nothing of who asked: no query, no time of day."""

    path = models.CharField(_("address"), max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    first_seen = models.DateField(_("first asked for"))
    last_seen = models.DateField(_("last asked for"))
    is_ignored = models.BooleanField(_("ignored"), default=False)

    class Meta:
        verbose_name = _("missing address")
        verbose_name_plural = _("missing addresses")
        ordering = ["-times", "path"]
        indexes = [models.Index(fields=["is_ignored", "-times"], name="missing_by_times")]

    def __str__(self):
        return self.path
