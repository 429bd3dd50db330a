"""Running the site: health, a doctor that explains, backups. It knows nothing of what the site is about."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """No models: what it tells is read from the running site."""

    name = "operations"
    verbose_name = _("operations")
