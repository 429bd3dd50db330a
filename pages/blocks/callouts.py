"""Boxes that stand out. Each says its level in words, not by colour alone."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import RICH_TEXT_FEATURES


class CareCardBlock(blocks.StructBlock):
    """When to get help: `level` ("routine", "urgent", "emergency"), `title` (str), `body` (RichText)."""

    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("routine", _("Not urgent")), ("urgent", _("Urgent")), ("emergency", _("Emergency"))],
        default="routine",
        search_index=False,
    )
    title = blocks.CharBlock(label=_("Heading"), max_length=255)
    body = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("When to get help")
        template = "blocks/care_card.html"
        preview_value = {
            "level": "urgent",
            "title": _("Ask for help today if"),
            "body": "<ul><li>the pain came suddenly and is very strong</li></ul>",
        }
        description = _("A card that says its level aloud: not urgent, urgent, emergency.")


class WarningBlock(blocks.StructBlock):
    """Something to be careful about: `title` (str), `body` (RichText)."""

    title = blocks.CharBlock(label=_("Heading"), max_length=255)
    body = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Warning")
        template = "blocks/warning.html"
        preview_value = {"title": _("Before you start"), "body": "<p>Ask whether it is right for you.</p>"}
        description = _("One thing to be careful about. Readers overlook a second one.")


class KeyPointsBlock(blocks.StructBlock):
    """The page in a few lines: `points` (list of str)."""

    points = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("Points"), max_num=6)

    class Meta:
        icon = "pick"
        label = _("Key points")
        template = "blocks/key_points.html"
        preview_value = {"points": [_("Most people get better without an operation.")]}
        description = _("Three to five lines for readers who read nothing else.")


class AdviceListBlock(blocks.StructBlock):
    """A list of things to do or to leave: `title` (str, may be empty), `items` (list of str)."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=255)
    items = blocks.ListBlock(blocks.CharBlock(max_length=500), label=_("Entries"))


class DoBlock(AdviceListBlock):
    """Things to do."""

    class Meta:
        icon = "check"
        label = _("Do")
        template = "blocks/do.html"
        preview_value = {"title": "", "items": [_("keep moving as far as pain allows")]}
        description = _("What helps.")


class DontBlock(AdviceListBlock):
    """Things not to do."""

    class Meta:
        icon = "cross"
        label = _("Don't")
        template = "blocks/dont.html"
        preview_value = {"title": "", "items": [_("stop a medicine without asking")]}
        description = _("What to leave.")
