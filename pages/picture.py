"""Pictures of a whole page or list in a fixed number of queries."""

from django.db.models import prefetch_related_objects

from .models.images import SiteImage


def prefetch_pictures(blocks):
    """Fetch the renditions of all picture blocks among `blocks` (bound stream blocks) in one query."""
    prefetch_renditions(block.value["image"] for block in blocks if block.block_type == "image")


def prefetch_lead_pictures(pages):
    """Fetch the lead pictures of `pages` (specific pages), with renditions, in two queries."""
    pages = [page for page in pages if getattr(page, "picture_id", None)]
    if pages:
        prefetch_related_objects(pages, "picture")
        prefetch_renditions(page.picture for page in pages)


def prefetch_renditions(images):
    """Fetch all renditions of `images` (iterable of SiteImage or None) in one query."""
    images = [image for image in images if isinstance(image, SiteImage)]
    if images:
        prefetch_related_objects(images, "renditions")
