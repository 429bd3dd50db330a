"""The citation inside Wagtail's rich text: stored, shown, edited, counted as a reference."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from editorial.models import Source

from .markup import LINK_TYPE


class SourceLinkHandler(LinkHandler):
    """Turn the stored citation into the anchor that `number_citations` numbers."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model():
        return Source

    @classmethod
    def expand_db_attributes(cls, attrs):
        return f'<a class="citation" data-source="{int(attrs["id"])}">'

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [cls.expand_db_attributes(attrs) for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs):
        yield Source, attrs["id"], "", ""


class CitationElementHandler(LinkElementHandler):
    """Read a stored citation into the editor."""

    def get_attribute_data(self, attrs):
        source = Source.objects.filter(pk=attrs.get("id")).first()
        return {"id": attrs.get("id"), "title": str(source or _("Missing source"))}


def citation_to_database(props):
    """Write an editor's citation (props: dict with id, children) as stored markup."""
    return DOM.create_element("a", {"linktype": LINK_TYPE, "id": props.get("id")}, props["children"])


def register_citation(features):
    """Add the feature "citation" to Wagtail's rich text and switch it on where none is named."""
    features.register_link_type(SourceLinkHandler)
    features.register_editor_plugin(
        "draftail",
        "citation",
        EntityFeature(
            {
                "type": "CITATION",
                "icon": "openquote",
                "description": _("Cite a source"),
                "chooserUrls": {"source": reverse_lazy("wagtailsnippetchoosers_editorial_source:choose")},
            },
            js=["wagtailadmin/js/chooser-modal.js", "js/admin/citation.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "citation",
        {
            "from_database_format": {'a[linktype="source"]': CitationElementHandler("CITATION")},
            "to_database_format": {"entity_decorators": {"CITATION": citation_to_database}},
        },
    )
    features.default_features.append("citation")
