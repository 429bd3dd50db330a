"""How often something changed that visitors see, kept so that writers never wait for each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .table import TABLE, TOUCHES


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


class Touch(models.Model):
    """One change of what a `tag` stands for, such as a page; the rows of a tag are its count.

    Rows are only added, so nobody waits here either; `tidy` in stored/rows.py empties the table.
    """

    tag = models.CharField(_("of what"), max_length=24, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = TOUCHES
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self):
        return self.tag


class StoredPage(models.Model):
    """A page, or a live part of one, as it was rendered at the count `words`, good through `day`.

    `part` is "" for the page with its live parts left open. `tags` (list of str) are what it was made from
    besides; `touched` is how often these had been changed.
    """

    mark = models.CharField(_("address"), max_length=32)
    part = models.CharField(_("part"), max_length=80, blank=True)
    words = models.BigIntegerField(_("count"), db_index=True)
    day = models.DateField(_("day"))
    tags = models.JSONField(_("made from"), default=list)
    touched = models.BigIntegerField(_("changes of that"), default=0)
    content = models.BinaryField(_("content"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("stored page")
        verbose_name_plural = _("stored pages")
        constraints = [models.UniqueConstraint(fields=["mark", "part"], name="stored_part_once")]

    def __str__(self):
        return f"{self.mark} {self.part}"
