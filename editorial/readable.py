"""Find a medical page by its number, for addresses that belong to a page without being one."""

from wagtail.models import Page

from .models import MedicalPage


def find_medical_page(page_id):
    """Give the medical page (specific instance, published or not) with this primary key (int), else None."""
    page = Page.objects.filter(pk=page_id).first()
    specific = page and page.specific
    return specific if isinstance(specific, MedicalPage) else None


def may_read(page, request):
    """Whether this visitor may read `page` now (bool)."""
    return page.live and all(rule.accept_request(request) for rule in page.get_view_restrictions())


def is_for_everybody(page):
    """Whether `page` is published and behind no password or login (bool)."""
    return page.live and not page.get_view_restrictions().exists()
