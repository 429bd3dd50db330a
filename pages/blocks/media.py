"""Pictures, quotations, tables."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock


class FigureBlock(blocks.StructBlock):
    """A picture: `image` (SiteImage with alt text), `caption` (str)."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/figure.html"
        description = _("A picture with alternative text, a caption and its credit.")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words: `text` (str), `person` (str), `role` (str)."""

    text = blocks.TextBlock(label=_("Words"))
    person = blocks.CharBlock(label=_("Who said it"), required=False, max_length=255)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=255)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"
        preview_value = {"text": _("I wish I had asked earlier."), "person": _("A patient"), "role": ""}
        description = _("Somebody's own words, with their name.")


class TableBlock(blocks.StructBlock):
    """A table: `caption` (str), `table` (TypedTable), `row_headers` (bool)."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=255)
    row_headers = blocks.BooleanBlock(label=_("First column holds headings"), required=False)
    table = TypedTableBlock(
        [("text", blocks.CharBlock(required=False)), ("number", blocks.FloatBlock(required=False))],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("A table with a caption; it becomes cards on a phone.")

    def get_context(self, value, parent_context=None):
        """Add `rows`: a list of rows, each a list of (heading of the column, cell value)."""
        context = super().get_context(value, parent_context=parent_context)
        headings = [column["heading"] for column in value["table"].columns]
        context["rows"] = [
            list(zip(headings, (cell.value for cell in row), strict=False)) for row in value["table"].rows
        ]
        return context
