"""How often something changed that visitors see, kept so that writers never wait for each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .table import TABLE


class ChangeCount(models.Model):
    """One of several rows whose sum says how often visitors' pages changed, `kind` by kind.

    A transaction adds to a row that no other one holds, and makes a row when all are held: the sum grows
    with every commit, whichever order they come in, and nobody waits.
    """

    kind = models.CharField(_("of what"), max_length=32, blank=True)
    number = models.BigIntegerField(_("changes"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = TABLE
        verbose_name = _("count of changes")
        verbose_name_plural = _("counts of changes")

    def __str__(self):
        return str(self.number)


class StoredPage(models.Model):
    """A page as it was rendered at the count `words`, on `day`, with its live parts left open."""

    mark = models.CharField(_("address"), max_length=32, unique=True)
    words = models.BigIntegerField(_("count"), db_index=True)
    day = models.DateField(_("day"))
    content = models.BinaryField(_("content"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("stored page")
        verbose_name_plural = _("stored pages")

    def __str__(self):
        return self.mark
