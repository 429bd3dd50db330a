from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.signals import page_published, post_page_move

        from .beginning import settings_of_site
        from .kept import forget
        from .publication import make_publications_whole
        from .redirects import leave_out_what_does_not_fit
        from .routing import keep_ways
        from .visibility import ask_only_where_any_is_restricted

        make_publications_whole()
        leave_out_what_does_not_fit()
        keep_ways()
        ask_only_where_any_is_restricted()
        for signal in (post_save, post_delete, post_page_move):
            signal.connect(forget, dispatch_uid=f"forget-kept-{id(signal)}")

        post_save.connect(settings_of_site, sender="wagtailcore.Site", dispatch_uid="pages-settings-of-site")

        from .search import signals
        from .share import making

        page_published.connect(making.picture_published)
        post_delete.connect(making.file_of_deleted, sender=self.get_model("SharePicture"))

        signals.connect()
