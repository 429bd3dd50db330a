from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Reader comments: a guest that knows Wagtail's Page and the user model, and no other app."""

    name = "comments"
    verbose_name = _("Reader comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_save

        from .beginning import settings_of_site

        post_save.connect(
            settings_of_site, sender="wagtailcore.Site", dispatch_uid="comments-settings-of-site"
        )
