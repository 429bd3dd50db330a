"""Links inside rich text to pages of this site: all of a text in two queries, in the reader's language."""

from django.utils.html import format_html
from wagtail.models import Locale, Page
from wagtail.rich_text.pages import PageLinkHandler

from .translations import LINK_FIELDS, in_language


class BulkPageLinkHandler(PageLinkHandler):
    """Wagtail's own asks for the locale once a link, and links to drafts."""

    @classmethod
    def get_many(cls, attrs_list):
        """Give the Page (or None) for each of `attrs_list` (dicts with `id`), translated where possible."""
        ids = [attrs.get("id") for attrs in attrs_list]
        found = list(Page.objects.filter(pk__in=[pk for pk in ids if str(pk).isdigit()]).only(*LINK_FIELDS))
        shown = in_language(found, Locale.get_active().pk) if found else []
        by_id = {str(page.pk): target for page, target in zip(found, shown, strict=True)}
        return [by_id.get(str(pk)) for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Give the opening tag (str) for each; text whose page is gone or unpublished is no link."""
        return [
            format_html('<a href="{}">', page.url) if page and page.live and page.url else "<a>"
            for page in cls.get_many(attrs_list)
        ]
