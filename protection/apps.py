"""Keeping the site and its people safe: headers, an admin without inline scripts, signing in, uploads.

It knows nothing of what the site is about, and nobody imports it.
"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectionConfig(AppConfig):
    """No tables of its own."""

    name = "protection"
    verbose_name = _("protection")

    def ready(self):
        """Take the inline scripts out of Wagtail's choosers."""
        from .strict_admin import make_choosers_strict

        make_choosers_strict()
