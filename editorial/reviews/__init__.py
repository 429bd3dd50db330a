"""Medical reviews: who may do one, what one writes down."""

from .eligibility import ReviewRefused, require_reviewer, why_not
from .services import record_review

__all__ = ["ReviewRefused", "record_review", "require_reviewer", "why_not"]
