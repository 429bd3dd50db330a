"""Keeping the site and its people safe: headers, an admin without inline scripts, signing in, uploads.

It knows nothing of what the site is about, and nobody imports it.
"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectionConfig(AppConfig):
    """Tables: recovery codes, counts of vain attempts to sign in."""

    name = "protection"
    verbose_name = _("protection")

    def ready(self):
        """Take the inline scripts out of Wagtail's choosers; listen to who signs in."""
        from .signin import signals  # noqa: F401 importing it connects the receivers
        from .strict_admin import make_choosers_strict

        make_choosers_strict()
