"""Addresses for readers, in each language."""

from django.urls import path

from . import views

app_name = "safety"

urlpatterns = [
    path("safety/<int:page_id>/report/", views.report, name="report"),
    path("safety/<int:page_id>/thanks/", views.thanks, name="thanks"),
    path("corrections/", views.corrections, name="corrections"),
]
