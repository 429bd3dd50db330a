"""Addresses that are the same in every language."""

from django.urls import path

from . import views
from .change_feed.views import changes

urlpatterns = [
    path("trust/<int:page_id>.json", views.trust, name="trust"),
    path("changes.json", changes, name="changes"),
]
