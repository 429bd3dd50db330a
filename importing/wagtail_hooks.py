"""Where the importer shows up in Wagtail's admin."""

from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.first_steps import HOOK, FirstStep

from . import admin_urls
from .permissions import may_import


class ImportMenuItem(MenuItem):
    """The menu entry, for those who may import."""

    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_admin_menu_item")
def import_menu_item():
    return ImportMenuItem(
        _("Import"), reverse_lazy("importing:index"), name="importing", icon_name="upload", order=260
    )


@hooks.register(HOOK)
def import_old_pages():
    return FirstStep(
        _("Import old pages"), reverse("importing:index"), icon_name="upload", order=40, allowed=may_import
    )


@hooks.register("register_admin_urls")
def importing_urls():
    return [path("importing/", include(admin_urls))]
