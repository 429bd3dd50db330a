"""The same database, as it was before anybody wrote a page."""

from django.apps import apps
from django.core.cache import cache
from wagtail.models import Collection, Page, Site

APPS = {"articles", "conditions", "comments", "pages", "taggit", "wagtaildocs", "wagtailredirects"}
OF_WAGTAIL = {"revision", "site", "pageviewrestriction", "pagelogentry", "referenceindex"}
OF_THE_DESK = {
    *("contributorpage", "contributorindexpage", "source", "pagesource", "contribution", "fact", "review"),
    *("correction", "withdrawal", "withdrawnpage", "claimexception", "boardentry"),
}
SOME = {"editorial": OF_THE_DESK, "wagtailcore": OF_WAGTAIL}


def empty_the_site():
    """Take away every row of content, whatever protects it; the root of the tree stays."""
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.app_label in APPS or (meta.app_label in SOME and meta.model_name in SOME[meta.app_label]):
            model._base_manager.all()._raw_delete("default")
    Page.objects.filter(depth__gt=1)._raw_delete("default")
    Page.objects.update(numchild=0)
    Collection.objects.filter(depth__gt=1).delete()
    Site.clear_site_root_paths_cache()
    cache.clear()
