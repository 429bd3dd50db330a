"""The names of conditions in their A to Z, filed when they change: a list of many is read by an index."""

import logging
from collections import Counter
from contextlib import contextmanager
from threading import local

from django.db import DatabaseError, models, transaction
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from conditions.filing import STEP, Filed, filed
from pages.visibility import hidden

BATCH = 500

logger = logging.getLogger(__name__)
_here = local()


class ListedName(models.Model):
    """One name of a condition in one list. Whether the page is public is asked at each reading."""

    list = models.ForeignKey(
        "conditions.ConditionIndexPage",
        on_delete=models.CASCADE,
        related_name="listed",
        db_index=False,
        verbose_name=_("list of conditions"),
    )
    page = models.ForeignKey(
        "conditions.ConditionPage",
        on_delete=models.CASCADE,
        related_name="listed",
        db_index=False,
        verbose_name=_("condition"),
    )
    letter = models.CharField(_("letter"), max_length=1)
    place = models.BinaryField(_("place"))
    name = models.CharField(_("name"), max_length=255)
    preferred = models.BooleanField(_("preferred name"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("listed name")
        verbose_name_plural = _("listed names")
        constraints = [models.UniqueConstraint(fields=["page", "name"], name="listed_name_once")]
        indexes = [models.Index(fields=["list", "letter", "place", "preferred"], name="listed_name_in_order")]

    def __str__(self):
        return self.name


def file_names(ids):
    """File the names of the conditions `ids` (iterable of int) as they are now, BATCH of them at once."""
    ids = list(ids)
    for start in range(0, len(ids), BATCH):
        _file(ids[start : start + BATCH])


def file_soon(pk):
    """File the names of a condition: at once, or at the end of `filed_once`."""
    waiting = getattr(_here, "waiting", None)
    if waiting is None:
        file_names([pk])
    else:
        waiting.add(pk)


def public_names(index, request):
    """Give ({letter: how many}, ListedNames (queryset)) of what everybody may see of a ConditionIndexPage.

    Files the list anew when the tree has another number of pages below it: some were put in past the models.
    """
    counts = _counts(index.listed)
    if sum(number for (_letter, preferred), number in counts.items() if preferred) != index.numchild:
        _file_all(index)
        counts = _counts(index.listed)
    pages = ListedName._meta.get_field("page").related_model.objects.child_of(index)
    unseen = list(hidden(pages, request).order_by().values_list("pk", flat=True))
    if unseen:
        counts -= _counts(index.listed.filter(page__in=unseen))
    by_letter = Counter()
    for (letter, _preferred), number in counts.items():
        by_letter[letter] += number
    return by_letter, index.listed.exclude(page__in=unseen)


def _counts(rows):
    found = rows.order_by().values_list("letter", "preferred").annotate(number=Count("*"))
    return Counter({(letter, preferred): number for letter, preferred, number in found})


def _file_all(index):
    pages = ListedName._meta.get_field("page").related_model.objects.child_of(index)
    try:
        file_names({*pages.values_list("pk", flat=True), *index.listed.values_list("page_id", flat=True)})
    except DatabaseError:
        logger.exception("The names of conditions could not be filed; the list shows those that are")


@contextmanager
def filed_once():
    """File each condition that is saved inside, page and names, once and at the end."""
    outer, waiting = getattr(_here, "waiting", None), set()
    _here.waiting = waiting
    try:
        yield
    finally:
        _here.waiting = outer
    file_names(waiting)


@transaction.atomic
def _file(ids):
    there = {
        Filed(*row[1:4], bytes(row[4]), *row[5:]): row[0]
        for row in ListedName.objects.filter(page__in=ids).values_list("pk", *Filed._fields)
    }
    wanted = _wanted(ids)
    gone = [pk for row, pk in there.items() if row not in wanted]
    if gone:
        ListedName.objects.filter(pk__in=gone).delete()
    new = sorted(wanted - there.keys())
    # Who files the same page at the same time puts in the same rows.
    ListedName.objects.bulk_create([ListedName(**row._asdict()) for row in new], ignore_conflicts=True)


def _wanted(ids):
    fields = ListedName._meta
    page, index = fields.get_field("page").related_model, fields.get_field("list").related_model
    pages = list(page.objects.filter(pk__in=ids).order_by().values_list("pk", "title", "path"))
    paths = {path[:-STEP] for _pk, _title, path in pages}
    lists = index.objects.filter(path__in=paths).values_list("path", "pk", "locale__language_code")
    names = page.names.rel.related_model.objects.filter(page__in=ids, is_confirmed=True).order_by()
    return filed(
        pages,
        names.values_list("page_id", "language", "name"),
        {path: (pk, language) for path, pk, language in lists},
    )
