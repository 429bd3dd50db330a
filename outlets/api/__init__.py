"""The read API: Wagtail's own, with what a health publisher knows of its pages besides."""

from .views import router

__all__ = ["router"]
