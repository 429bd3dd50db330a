"""Where safety reports and corrections show up in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from editorial.menus import HOOK
from editorial.models import MedicalPage, SafetyReport

from . import desk_urls
from .mail import DECIDE

MOST_COUNTED = 99

LOG_ACTIONS = {
    "editorial.safety.reported": (_("Safety report"), _("A reader reported a danger")),
    "editorial.safety.decided": (_("Safety report"), _("Decided on a safety report")),
    "editorial.correction.added": (_("Correction"), _("Public correction added")),
    "editorial.correction.changed": (_("Correction"), _("Public correction changed")),
}


class SafetyReportsMenuItem(MenuItem):
    """The menu entry, its label followed by the number of new reports."""

    def is_shown(self, request):
        """Whether this user decides on reports (bool)."""
        return request.user.has_perm(DECIDE)

    def render_component(self, request):
        """Give the entry with the number of new reports, "99+" beyond that."""
        component = super().render_component(request)
        new = SafetyReport.objects.filter(status=SafetyReport.Status.NEW).order_by()
        count = new.values("pk")[: MOST_COUNTED + 1].count()
        if count:
            shown = f"{MOST_COUNTED}+" if count > MOST_COUNTED else count
            component.label = f"{self.label} ({shown})"
        return component


@hooks.register(HOOK)
def safety_reports_in_the_desk():
    return SafetyReportsMenuItem(
        _("Safety reports"),
        reverse_lazy("safety_desk:reports", query={"status": SafetyReport.Status.NEW}),
        name="safety-reports",
        icon_name="warning",
        order=15,
    )


@hooks.register("register_admin_urls")
def safety_desk_urls():
    return [path("safety/", include(desk_urls))]


@hooks.register("register_page_header_buttons")
def correction_button(page, user, view_name, next_url=None):
    if issubclass(page.specific_class, MedicalPage) and page.permissions_for_user(user).can_edit():
        url = reverse("safety_desk:corrections", args=[page.pk])
        yield Button(_("Corrections"), url, icon_name="edit", priority=66)


@hooks.register("register_log_actions")
def name_log_actions(actions):
    for action, (label, message) in LOG_ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_permissions")
def decide_permission():
    return Permission.objects.filter(content_type__app_label="editorial", codename="decide_safetyreport")
