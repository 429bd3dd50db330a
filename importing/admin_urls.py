"""Addresses of the importer, under the admin's /importing/."""

from django.urls import path

from . import views

app_name = "importing"

urlpatterns = [
    path("", views.index, name="index"),
    path("runs/<int:run_id>/", views.run_screen, name="run"),
    path("runs/<int:run_id>/report.json", views.report, name="report"),
    path("files/<int:file_id>/", views.file_screen, name="file"),
    path("files/<int:file_id>/<slug:action>/", views.act, name="act"),
    path("proposals/<int:proposal_id>/<slug:decision>/", views.decide, name="decide"),
]
