"""The page of scheduled jobs in the admin: what runs, when it ran, how it ended, when it is due."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .jobs import job_states

VIEW_JOBS = "operations.view_jobrun"


class JobsView(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """For whoever may see runs of scheduled jobs. Nothing can be changed here."""

    permission_required = VIEW_JOBS
    raise_exception = True
    template_name = "operations/jobs.html"
    page_title = _("Scheduled jobs")
    header_icon = "time"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        """Give the trail: home, this page."""
        return [*self.breadcrumbs_items, {"url": reverse("scheduled_jobs"), "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """Add the `states` (list of JobState), and whether none has run yet."""
        states = job_states()
        nothing_ran = not any(state.last for state in states)
        return super().get_context_data(states=states, nothing_ran=nothing_ran, **kwargs)
