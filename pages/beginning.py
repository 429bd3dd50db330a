"""The record of the site itself: which page is its root, and where it is found."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from .models.settings import SiteSettings


def own_address():
    """Give the host name (str) and port (int) at which BASE_URL says that the site is found."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80)


def settings_of_site(instance, raw=False, **_signal):
    """Make the settings of a Site when it is saved: else its first reader would have to write them."""
    if not raw:
        SiteSettings.for_site(instance)


def point_site_to(home, site_name):
    """Make `home` (Page) the root of the default site, and remove a fresh Wagtail's page of welcome."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port = own_address()
    site.site_name, site.root_page = site_name, home
    site.save()
    for page in Page.objects.filter(depth=2, slug="home", numchild=0).exclude(pk=home.pk):
        if page.specific_class is Page:
            page.delete()
