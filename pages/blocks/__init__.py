"""What an editor may place in a body, by family, behind this one door."""

from .body import BodyStreamBlock, SectionStreamBlock
from .callouts import CareCardBlock, DoBlock, DontBlock, KeyPointsBlock, WarningBlock
from .lists import ListItemBlock, TextListBlock
from .media import FigureBlock, QuoteBlock, TableBlock
from .text import RICH_TEXT_FEATURES, FactBlock, HeadingBlock, ParagraphBlock, QuestionBlock

__all__ = [
    "RICH_TEXT_FEATURES",
    "BodyStreamBlock",
    "CareCardBlock",
    "DoBlock",
    "DontBlock",
    "FactBlock",
    "FigureBlock",
    "HeadingBlock",
    "KeyPointsBlock",
    "ListItemBlock",
    "ParagraphBlock",
    "QuestionBlock",
    "QuoteBlock",
    "SectionStreamBlock",
    "TableBlock",
    "TextListBlock",
    "WarningBlock",
]
