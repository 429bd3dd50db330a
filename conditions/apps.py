from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConditionsConfig(AppConfig):
    name = "conditions"
    verbose_name = _("Conditions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from editorial.signals import version_published

        from . import listing_signals, rules, structured_data  # noqa: F401 importing them registers what they hold
        from .grades import record_grades
        from .models import ConditionPage

        version_published.connect(record_grades, sender=ConditionPage)
        listing_signals.connect()
