"""What this app adds to Wagtail."""

from wagtail import hooks

from .links import BulkPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def expand_page_links_in_bulk(features):
    features.register_link_type(BulkPageLinkHandler)
