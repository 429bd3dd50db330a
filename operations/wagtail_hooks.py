"""Where running the site shows up in Wagtail's admin."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .job_views import VIEW_JOBS, JobsView


class JobsMenuItem(MenuItem):
    """Shown to whoever may open the page."""

    def is_shown(self, request):
        """Whether this user may see runs of scheduled jobs (bool)."""
        return request.user.has_perm(VIEW_JOBS)


@hooks.register("register_admin_urls")
def scheduled_jobs_url():
    return [path("reports/scheduled-jobs/", JobsView.as_view(), name="scheduled_jobs")]


@hooks.register("register_reports_menu_item")
def scheduled_jobs_menu_item():
    return JobsMenuItem(
        _("Scheduled jobs"),
        reverse_lazy("scheduled_jobs"),
        name="scheduled-jobs",
        icon_name="time",
        order=1400,
    )
