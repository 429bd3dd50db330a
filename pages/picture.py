"""Pictures of a whole page or list, with their renditions, in two queries."""

from django.db.models import prefetch_related_objects

from .models.images import SiteImage


def prefetch_pictures(pages=(), streams=()):
    """Fetch at once the lead pictures of `pages` and the picture blocks of `streams`, with all renditions.

    `pages`: specific pages of any types, those without a `picture` field too. What was fetched before is
    not fetched again. A stream with picture blocks adds one query of its own.
    """
    waiting = [page for page in pages if _is_waiting(page)]
    found = SiteImage.objects.in_bulk({page.picture_id for page in waiting}) if waiting else {}
    for page in waiting:
        page.picture = found.get(page.picture_id)
    images = [*found.values(), *(image for stream in streams for image in _images(stream))]
    if images:
        prefetch_related_objects(images, "renditions")


def _is_waiting(page):
    return getattr(page, "picture_id", None) and "picture" not in page._state.fields_cache


def _images(stream):
    values = (block.value["image"] for block in stream or () if block.block_type == "image")
    return [image for image in values if isinstance(image, SiteImage)]
