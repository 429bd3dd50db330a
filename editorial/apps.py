from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import handlers, structured_data  # noqa: F401 importing it registers what pages are
        from .gate import claim_rules, rules  # noqa: F401 importing them registers the rules

        handlers.connect()
