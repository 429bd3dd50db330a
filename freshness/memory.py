"""Memory that was needed for a moment goes back to the system."""

import ctypes
from itertools import count

# Only the C library of most Linux systems has it; others give memory back by themselves or not at all.
_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
# Pieces of pages that were rendered lie between pieces that stay; to look for them takes some milliseconds.
EVERY_PAGES = 20
_pages = count(1)


def give_back():
    """Let the C library give back what lies free between pieces that are in use."""
    if _trim:
        _trim(0)


def page_was_rendered():
    """Give memory back once in EVERY_PAGES calls."""
    if next(_pages) % EVERY_PAGES == 0:
        give_back()
