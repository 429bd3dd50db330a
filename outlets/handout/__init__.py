"""What a patient takes home: one or two A4 pages of a condition, a treatment or an article."""

from .content import HANDED_OUT, handout_of

__all__ = ["HANDED_OUT", "handout_of"]
