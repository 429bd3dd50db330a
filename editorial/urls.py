"""Addresses that are the same in every language."""

from django.urls import path

from . import views

urlpatterns = [path("trust/<int:page_id>.json", views.trust, name="trust")]
