"""What the importer does when a page that it brought in is published."""

from wagtail.signals import page_published

from articles.models import ArticlePage

from .services.old_addresses import redirect_old_addresses


def connect():
    """Listen. Called once, when the site starts."""
    page_published.connect(lead_old_address_here, sender=ArticlePage)


def lead_old_address_here(sender, instance, **kwargs):
    """Redirect from where the page stood on its old site."""
    redirect_old_addresses(instance)
