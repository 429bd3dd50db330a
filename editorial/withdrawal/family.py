"""Which pages hold the same text: translations, aliases, copies.

Wagtail's log says that a page was made by copying, not of which page. A copy takes the revisions of its
original along, with the moment each was saved; two pages that share such a moment share their history.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, PageLogEntry, Revision

COPY = "wagtail.copy"


@dataclass(frozen=True)
class Family:
    """`same`: the page, its translations, their aliases; `copies`: its copies, with the same of each."""

    same: list[Page]
    copies: list[Page]

    @property
    def languages(self):
        """The language codes (list of str) of all its pages, that of the page itself first."""
        return list(dict.fromkeys(page.locale.language_code for page in [*self.same, *self.copies]))


def family_of(page):
    """Give the Family of `page`; `page` is the first of `same`."""
    same = same_ids({page.pk})
    copies = same_ids(copied_ids(same) - same) - same
    found = Page.objects.filter(pk__in=same | copies).select_related("locale").order_by("locale", "path")
    return Family(
        sorted((item for item in found if item.pk in same), key=lambda item: item.pk != page.pk),
        [item for item in found if item.pk in copies],
    )


def same_ids(ids):
    """Give the ids (set) of those pages, their translations, aliases, and the pages they are aliases of."""
    known = set()
    while ids - known:
        known |= ids
        rows = Page.objects.filter(pk__in=known).values_list("translation_key", "alias_of")
        keys, sources = {key for key, _ in rows}, {source for _, source in rows if source}
        wanted = Q(translation_key__in=keys) | Q(alias_of__in=known) | Q(pk__in=sources)
        ids = set(Page.objects.filter(wanted).values_list("pk", flat=True))
    return known


def copied_ids(ids):
    """Give the ids (set) of pages copied from one of those pages, and of those that they were copied from."""
    revisions = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(Page))
    moments = revisions.filter(object_id__in=[str(pk) for pk in ids]).values("created_at")
    sharing = revisions.filter(created_at__in=moments).values_list("object_id", flat=True)
    others = {int(pk) for pk in sharing} - ids
    made_by_copying = set(
        PageLogEntry.objects.filter(action=COPY, page_id__in=ids | others).values_list("page_id", flat=True)
    )
    return others if made_by_copying & ids else others & made_by_copying
