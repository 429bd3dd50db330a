"""Make the picture of a page when it is published, keep it under media, give its address when asked for."""

import hashlib

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.text import Truncator
from django_tasks import task
from wagtail.models import Page

from pages.kept import forget_everything, kept, language_of
from pages.models.share import SharePicture
from pages.navigation import words

from .drawing import SIZE, draw
from .fonts import has_all_letters

# Raise it when the drawing changes.
VERSION = 1


def picture_published(instance, **kwargs):
    """Ask for the picture of a page that has just been published."""
    if settings.SHARE_PICTURES:
        share_picture_task.enqueue(instance.pk)


@task()
def share_picture_task(pk):
    """Draw the picture of the page with this id (int), unless it is gone meanwhile."""
    page = Page.objects.filter(pk=pk).first()
    if page:
        make_share_picture(page.specific)


def make_share_picture(page):
    """Draw the picture of a specific page where it needs one and has none like it; give whether it was drawn.

    A page with a picture of its own, a draft, and one behind a password have none.
    """
    stored = SharePicture.objects.filter(page_id=page.pk).first()
    if not page.live or getattr(page, "picture_id", None) or page.get_view_restrictions().exists():
        if stored:
            stored.delete()
        return False
    texts = texts_of(page)
    digest = hashlib.sha256(repr((VERSION, has_all_letters(), texts)).encode()).hexdigest()
    if stored and stored.digest == digest:
        return False
    _store(page, stored, texts, digest)
    return True


def _store(page, stored, texts, digest):
    alt = Truncator(" – ".join(filter(None, texts))).chars(400)
    old = stored and stored.file.name
    row = stored or SharePicture(page_id=page.pk)
    row.digest, row.alt = digest, alt
    row.file.save(f"{page.pk}-{digest[:12]}.jpg", ContentFile(draw(*texts)), save=True)
    if old and old != row.file.name:
        row.file.storage.delete(old)
    forget_everything()


def texts_of(page):
    """Give title, site and label (tuple of str) as they stand on the picture, in the page's language."""
    language = language_of(page.locale_id)
    with translation.override(language):
        label = (
            getattr(page, "content_label", "editorial") != "editorial" and page.get_content_label_display()
        )
        kind = str(label or page._meta.verbose_name)
        site = page.get_site()
        name = words(site, language)["name"] if site else settings.WAGTAIL_SITE_NAME
    return (page.seo_title or page.title, name, kind[:1].upper() + kind[1:])


def drawn_picture(page):
    """Give (address, width, height, alt) of the page's drawn picture, None without one. Never draws."""
    row = kept(f"share-{page.pk}", lambda: _row(page))
    return row and (row[0], *SIZE, row[1])


def _row(page):
    row = SharePicture.objects.filter(page_id=page.pk).first()
    return row and (row.file.url, row.alt)


def file_of_deleted(instance, **kwargs):
    """The file goes with its row."""
    instance.file.storage.delete(instance.file.name)


def pages_to_draw():
    """Give the published pages (PageQuerySet) of all types."""
    return apps.get_model("wagtailcore", "Page").objects.live().filter(depth__gt=1).order_by("pk")
