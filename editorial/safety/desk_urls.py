"""Addresses of staff, under the admin's /safety/."""

from django.urls import path

from . import desk

app_name = "safety_desk"

urlpatterns = [
    path("", desk.ReportIndexView.as_view(), name="reports"),
    path("results/", desk.ReportIndexView.as_view(results_only=True), name="report_results"),
    path("<int:report_id>/", desk.report, name="report"),
    path("corrections/<int:page_id>/", desk.corrections, name="corrections"),
    path("corrections/<int:page_id>/<int:correction_id>/", desk.corrections, name="correction"),
]
