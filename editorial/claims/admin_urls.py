"""Addresses of the claim linter under /admin/claims/."""

from django.urls import path

from .views import ExceptionsView, ExceptionView, PageView, RequestView, TryView, check_form

urlpatterns = [
    path("claims/try/", TryView.as_view(), name="claims_try"),
    path("claims/check/", check_form, name="claims_check"),
    path("claims/page/<int:page_id>/", PageView.as_view(), name="claims_page"),
    path("claims/page/<int:page_id>/exception/", RequestView.as_view(), name="claims_request"),
    path("claims/exceptions/", ExceptionsView.as_view(), name="claims_exceptions"),
    path(
        "claims/exceptions/results/",
        ExceptionsView.as_view(results_only=True),
        name="claims_exceptions_results",
    ),
    path("claims/exceptions/<int:pk>/", ExceptionView.as_view(), name="claims_exception"),
]
