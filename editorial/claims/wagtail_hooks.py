"""What the claim linter adds to Wagtail's admin; editorial/wagtail_hooks.py imports it."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from editorial.menus import HOOK
from editorial.models import MedicalPage

from . import admin_urls
from .exceptions import ACTION, APPROVE
from .viewsets import ClaimRuleViewSet

LOG_ACTIONS = {
    "requested": (_("Claim exception"), _("Asked for an exception for a claim")),
    "approved": (_("Claim exception"), _("Approved an exception for a claim")),
    "declined": (_("Claim exception"), _("Declined an exception for a claim")),
}

register_snippet(ClaimRuleViewSet)


class ExceptionsMenuItem(MenuItem):
    """Shown to those who decide."""

    def is_shown(self, request):
        """Whether this person decides about exceptions (bool)."""
        return request.user.has_perm(APPROVE)


@hooks.register("register_admin_urls")
def claims_urls():
    return admin_urls.urlpatterns


@hooks.register(HOOK)
def rules_in_the_desk():
    return ClaimRuleViewSet().get_menu_item(order=40)


@hooks.register(HOOK)
def exceptions_in_the_desk():
    return ExceptionsMenuItem(
        _("Claim exceptions"),
        reverse("claims_exceptions"),
        name="claim-exceptions",
        icon_name="check",
        order=41,
    )


@hooks.register(HOOK)
def test_box_in_the_desk():
    return MenuItem(
        _("Try the claim linter"), reverse("claims_try"), name="claims-try", icon_name="search", order=42
    )


@hooks.register("register_page_header_buttons")
def claims_button(page, user, view_name, next_url=None):
    if isinstance(page.specific_deferred, MedicalPage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Claims"), reverse("claims_page", args=[page.pk]), icon_name="warning", priority=80)


@hooks.register("register_log_actions")
def name_log_actions(actions):
    for what, (label, message) in LOG_ACTIONS.items():
        actions.register_action(f"{ACTION}.{what}", label, message)


@hooks.register("insert_editor_js")
def check_while_typing():
    return format_html(
        '<link rel="stylesheet" href="{}"><script src="{}" data-url="{}" defer></script>',
        static("css/admin/claims.css"),
        static("js/admin/claims.js"),
        reverse("claims_check"),
    )
