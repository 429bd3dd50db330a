from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutletsConfig(AppConfig):
    name = "outlets"
    verbose_name = _("Other forms of the pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .front_cache import connect

        connect()
