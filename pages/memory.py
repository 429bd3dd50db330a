"""Memory that was needed for a moment goes back to the system."""

import ctypes

# Only the C library of most Linux systems has it; others give memory back by themselves or not at all.
_trim = getattr(ctypes.CDLL(None), "malloc_trim", None)


def give_back():
    """Let the C library give back what lies free between pieces that are in use."""
    if _trim:
        _trim(0)
