"""Django's own admin at /django-admin/: for superusers only."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SuperuserSite(AdminSite):
    """Users and plain records. Editors work in Wagtail's admin."""

    site_header = _("Plain records")
    site_title = _("Plain records")

    def has_permission(self, request):
        """Whether this person may enter (bool): active superusers may."""
        return request.user.is_active and request.user.is_superuser

    def login(self, request, extra_context=None):
        """Send whoever is not signed in to the one form for that."""
        place = request.GET.get("next") or reverse("admin:index")
        return redirect(reverse("wagtailadmin_login", query={"next": place}))


class SuperuserAdminConfig(AdminConfig):
    """Make SuperuserSite the default site."""

    default_site = "healthsite.plain_admin.SuperuserSite"
