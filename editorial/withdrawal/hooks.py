"""Where withdrawing shows up in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from editorial.menus import HOOK
from editorial.models import MedicalPage

from . import desk_urls
from .desk import WITHDRAW
from .services import open_withdrawal

LOG_ACTIONS = {
    "editorial.withdrawal.made": (_("Withdrawal"), _("Withdrawn in an emergency")),
    "editorial.withdrawal.lifted": (_("Withdrawal"), _("Withdrawal lifted")),
}


class WithdrawalsMenuItem(MenuItem):
    """The menu entry of those who may withdraw."""

    def is_shown(self, request):
        """Whether this user may withdraw (bool)."""
        return request.user.has_perm(WITHDRAW)


@hooks.register(HOOK)
def withdrawals_in_the_desk():
    return WithdrawalsMenuItem(
        _("Withdrawn pages"),
        reverse_lazy("withdrawal_desk:withdrawals"),
        name="withdrawals",
        icon_name="no-view",
        order=17,
    )


@hooks.register("register_admin_urls")
def withdrawal_desk_urls():
    return [path("withdrawals/", include(desk_urls))]


@hooks.register("register_page_header_buttons")
def withdraw_button(page, user, view_name, next_url=None):
    if not user.has_perm(WITHDRAW) or not issubclass(page.specific_class, MedicalPage):
        return
    if standing := open_withdrawal(page.pk):
        url, label = reverse("withdrawal_desk:withdrawal", args=[standing.pk]), _("Withdrawn: see or lift")
    else:
        url, label = reverse("withdrawal_desk:withdraw", args=[page.pk]), _("Withdraw in an emergency")
    yield Button(label, url, icon_name="no-view", priority=67)


@hooks.register("register_log_actions")
def name_log_actions(actions):
    for action, (label, message) in LOG_ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_permissions")
def withdraw_permission():
    return Permission.objects.filter(content_type__app_label="editorial", codename="withdraw_page")
