"""Headings, paragraphs, questions with their answers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

RICH_TEXT_FEATURES = [
    "bold",
    "italic",
    "link",
    "document-link",
    "citation",
    "ol",
    "ul",
    "superscript",
    "subscript",
]


class HeadingBlock(blocks.StructBlock):
    """A heading inside a text: `text` (str), `level` ("2", "3" or "4")."""

    text = blocks.CharBlock(label=_("Heading"), max_length=255)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of a section")), ("4", _("Detail"))],
        default="2",
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        preview_value = {"text": _("What happens next"), "level": "2"}
        description = _("Sections are listed in the contents of the page.")


class ParagraphBlock(blocks.RichTextBlock):
    """Running text (RichText)."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"
        preview_value = "<p>Short sentences, one thought each.</p>"
        description = _("Running text with links.")


class FactBlock(SnippetChooserBlock):
    """A statement kept in one place (editorial.Fact) and shown here."""

    def __init__(self, target_model="editorial.Fact", **kwargs):
        super().__init__(target_model, **kwargs)

    class Meta:
        icon = "pick"
        label = _("Reusable statement")
        template = "blocks/fact.html"
        description = _(
            "A statement kept in one place: when it changes, every page that places it is reviewed."
        )


class QuestionBlock(blocks.StructBlock):
    """One question and its answer: `question` (str), `answer` (RichText)."""

    question = blocks.CharBlock(label=_("Question"), max_length=255)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "blocks/question.html"
        preview_value = {"question": _("Will I need an operation?"), "answer": "<p>Many people do not.</p>"}
        description = _("Search engines can show the question with its answer.")
