"""Addresses of the moderation desk, under the admin's /reader-comments/."""

from django.urls import path

from .views import desk

app_name = "reader_comments"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("decide/", desk.decide, name="decide"),
]
