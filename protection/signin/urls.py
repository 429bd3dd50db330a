"""The addresses of the second step, inside the admin."""

from django.urls import path

from . import views

urlpatterns = [
    path("two-step/", views.overview, name="two_step"),
    path("two-step/check/", views.check, name="two_step_check"),
    path("two-step/set-up/", views.set_up, name="two_step_set_up"),
    path("two-step/codes/", views.renew, name="two_step_codes"),
    path("sessions/", views.sessions, name="own_sessions"),
    path("two-step/remove/", views.leave, name="two_step_remove"),
]
