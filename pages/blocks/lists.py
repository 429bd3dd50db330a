"""Lists whose numbers and bullets come from markup, never from typed characters."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import RICH_TEXT_FEATURES


class ListItemBlock(blocks.StructBlock):
    """One entry: `label` (str, shown bold, may be empty) and `text` (RichText)."""

    label = blocks.CharBlock(label=_("Label"), required=False, max_length=255)
    text = blocks.RichTextBlock(label=_("Text"), required=False, features=RICH_TEXT_FEATURES)


class TextListBlock(blocks.StructBlock):
    """A list: `kind` ("bullets", "numbers" or "steps"), `items` (list of ListItemBlock)."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("bullets", _("Bullets")), ("numbers", _("Numbers")), ("steps", _("Steps in order"))],
        default="bullets",
        search_index=False,
    )
    items = blocks.ListBlock(ListItemBlock(), label=_("Entries"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        template = "blocks/text_list.html"
        preview_value = {
            "kind": "steps",
            "items": [
                {"label": _("Write it down"), "text": "<p>What hurts, when, and for how long.</p>"},
                {"label": _("Bring the list"), "text": "<p>To your next visit.</p>"},
            ],
        }
        description = _("Bullets, numbers or steps; each entry may have a bold label.")
