from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from conditions.models import ConditionPage, TreatmentPage
        from editorial.signals import version_published

        from . import rules, structured_data  # noqa: F401 importing them registers what they hold
        from .subjects import use_translated

        for model in (ConditionPage, TreatmentPage):
            version_published.connect(use_translated, sender=model)
