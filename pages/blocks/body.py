"""The two bodies: a whole text with headings, and one section whose heading is given."""

from wagtail import blocks

from .callouts import CareCardBlock, DoBlock, DontBlock, KeyPointsBlock, WarningBlock
from .lists import TextListBlock
from .media import FigureBlock, QuoteBlock, TableBlock
from .text import FactBlock, HeadingBlock, ParagraphBlock, QuestionBlock


class SectionStreamBlock(blocks.StreamBlock):
    """One section of a structured page; its main heading comes from the page."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    fact = FactBlock()
    list = TextListBlock()
    care_card = CareCardBlock()
    warning = WarningBlock()
    do = DoBlock()
    dont = DontBlock()
    image = FigureBlock()
    table = TableBlock()


class BodyStreamBlock(SectionStreamBlock):
    """A whole text."""

    key_points = KeyPointsBlock()
    question = QuestionBlock()
    quote = QuoteBlock()
