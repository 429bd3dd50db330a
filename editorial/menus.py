"""The submenu "Medical desk"; other modules add to it through the hook `register_medical_desk_menu_item`."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, SubmenuMenuItem

HOOK = "register_medical_desk_menu_item"


def medical_desk():
    """Give the menu entry (SubmenuMenuItem) that holds sources, claims, reviews and the board."""
    return SubmenuMenuItem(
        _("Medical desk"),
        Menu(register_hook_name=HOOK),
        name="medical-desk",
        icon_name="clipboard-list",
        order=140,
    )
