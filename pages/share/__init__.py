"""Pictures beside shared addresses: title, site and label, drawn once when a page is published."""

from .making import drawn_picture, make_share_picture

__all__ = ["drawn_picture", "make_share_picture"]
