"""Which address leads where. Pages of the tree come last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import views as sitemaps
from wagtail.documents import urls as wagtaildocs_urls

from outlets.api import router as api
from pages.sitemap import PageSitemap, robots_txt

SITEMAPS = {"pages": PageSitemap}
# A database that is gone for a moment is no fault of the page: 503, and what was typed comes back.
handler500 = "protection.faults.server_error"

# First, for posting a comment has few milliseconds, and to ask all others before took a twentieth of them.
urlpatterns = i18n_patterns(path("comments/", include("comments.urls")), prefix_default_language=False)

urlpatterns += [
    path("admin/", include(wagtailadmin_urls)),
    path("django-admin/", admin.site.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots_txt),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("api/v2/", api.urls),
    path("", include("operations.urls")),
    path("", include("editorial.urls")),
    path("", include("conditions.infobutton.urls")),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
]

urlpatterns += i18n_patterns(
    path("", include("editorial.safety.urls")),
    path("feeds/", include("articles.feeds.urls")),
    path("", include("pages.urls")),
    path("", include("outlets.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
