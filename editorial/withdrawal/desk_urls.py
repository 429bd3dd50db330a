"""Addresses of staff, under the admin's /withdrawals/."""

from django.urls import path

from . import desk

app_name = "withdrawal_desk"

urlpatterns = [
    path("", desk.WithdrawalIndexView.as_view(), name="withdrawals"),
    path("results/", desk.WithdrawalIndexView.as_view(results_only=True), name="withdrawal_results"),
    path("page/<int:page_id>/", desk.withdraw_page, name="withdraw"),
    path("<int:withdrawal_id>/", desk.withdrawal, name="withdrawal"),
    path("<int:withdrawal_id>/lift/", desk.lift_withdrawal, name="lift"),
]
