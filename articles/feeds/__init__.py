"""Atom feeds in each language: what is new, updated or corrected, on the whole site or on one subject."""
