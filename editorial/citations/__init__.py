"""Numbered references: a citation in a text, its number, its place in the list."""

from .numbering import Reference, number_citations
from .usage import cited_source_ids

__all__ = ["Reference", "cited_source_ids", "number_citations"]
