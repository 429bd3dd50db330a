"""Running the site: health, a doctor that explains, backups. It knows nothing of what the site is about."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Its one model is the book of scheduled jobs; what else it tells is read from the running site."""

    name = "operations"
    verbose_name = _("operations")
    default_auto_field = "django.db.models.BigAutoField"
