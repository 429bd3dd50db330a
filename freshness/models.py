"""How often something changed that visitors see, kept so that writers never wait for each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .table import TABLE


class ChangeCount(models.Model):
    """One of several rows whose sum says how often visitors' pages changed.

    A transaction adds to a row that no other one holds, and makes a row when all are held: the sum grows
    with every commit, whichever order they come in, and nobody waits.
    """

    number = models.BigIntegerField(_("changes"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = TABLE
        verbose_name = _("count of changes")
        verbose_name_plural = _("counts of changes")

    def __str__(self):
        return str(self.number)
