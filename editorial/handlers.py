"""What happens at the medical desk when something elsewhere is saved or published."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save, pre_save
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from .board import open_entry, set_clock
from .gate import require
from .models import BoardReason, Fact, MedicalPage, Source
from .reviews.publication import version_published as follow_version
from .reviews.receivers import review_signed
from .signals import medical_review_signed, version_published
from .withdrawal import handlers as withdrawal


def connect():
    """Listen to the events that move pages onto the review board or off it."""
    post_save.connect(source_saved, sender=Source)
    pre_save.connect(plain_page_saved, sender=Page)
    pre_save.connect(fact_changes, sender=Fact)
    medical_review_signed.connect(review_signed)
    version_published.connect(follow_version)
    page_published.connect(keep_clock)
    page_unpublished.connect(keep_clock)
    withdrawal.connect()


def plain_page_saved(instance, **kwargs):
    """Hold the gate when code makes a page public through Wagtail's plain Page, which knows no rules."""
    if not instance.live or not instance.pk or instance.alias_of_id:
        return
    if Page.objects.filter(pk=instance.pk, live=False).exists():
        page = instance.specific
        page.live = True
        if isinstance(page, MedicalPage):
            require(page)


def source_saved(instance, **kwargs):
    """Put every page that uses a retracted source on the board at once."""
    if not instance.is_retracted:
        return
    for page in pages_using(instance):
        open_entry(page=page, reason=BoardReason.RETRACTED_SOURCE, key=instance.pk, detail=instance.title)


def fact_changes(instance, **kwargs):
    """Put every page that places a statement on the board when its text changes."""
    if instance.pk and Fact.objects.filter(pk=instance.pk).exclude(text=instance.text).exists():
        for page in pages_using(instance):
            open_entry(page=page, reason=BoardReason.FACT_CHANGED, key=instance.pk, detail=instance.name)


def keep_clock(instance, **kwargs):
    """Follow a page's going on and off line."""
    if isinstance(instance, MedicalPage):
        set_clock(instance)


def pages_using(record):
    """Give the medical pages (list) that use `record`, a Source or a Fact, as they are stored now."""
    uses = ReferenceIndex.get_references_to(record).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    pages = Page.objects.filter(pk__in={int(pk) for pk in uses.values_list("object_id", flat=True)})
    return [page for page in pages.specific() if isinstance(page, MedicalPage)]
