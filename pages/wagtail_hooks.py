"""What this app adds to Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .glossary.admin import GlossaryViewSet
from .links import BulkPageLinkHandler
from .missing import admin as missing_admin  # noqa: F401 importing it registers the report
from .search import admin  # noqa: F401 importing it registers the report of missed searches

register_snippet(GlossaryViewSet)


@hooks.register("register_rich_text_features", order=10)
def expand_page_links_in_bulk(features):
    features.register_link_type(BulkPageLinkHandler)


@hooks.register("register_medical_desk_menu_item")
def glossary_in_the_desk():
    return GlossaryViewSet().get_menu_item(order=28)
