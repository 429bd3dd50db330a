"""Pictures, quotations, tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue


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

    text = blocks.TextBlock(label=pgettext_lazy("of a quotation", "Words"))
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

    def get_translatable_segments(self, value):
        """Give the words (list of StringSegmentValue) of caption, headings and cells to be translated."""
        table = value["table"]
        texts = {"caption": value["caption"]}
        texts |= {f"table.heading-{n}": column["heading"] for n, column in enumerate(table.columns)}
        for n, row in enumerate(table.row_data):
            texts |= {f"table.cell-{n}-{m}": cell for m, cell in enumerate(row["values"])}
        return [StringSegmentValue(path, text) for path, text in texts.items() if isinstance(text, str)]

    def restore_translated_segments(self, value, segments):
        """Give `value` with the translated words put into their places."""
        for segment in segments:
            place, *numbers = segment.path.removeprefix("table.").split("-")
            if place == "caption":
                value["caption"] = segment.render_text()
            elif place == "heading":
                value["table"].columns[int(numbers[0])]["heading"] = segment.render_text()
            else:
                row, column = map(int, numbers)
                value["table"].row_data[row]["values"][column] = segment.render_text()
        return value
