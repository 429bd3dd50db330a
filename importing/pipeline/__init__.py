"""From the bytes of a scraped page to its title, blocks, names and ledger. Knows no database."""

from .decoding import MAX_BYTES, Refused, check_size, decode
from .page import parse
from .reasons import explain

__all__ = ["MAX_BYTES", "Refused", "check_size", "decode", "explain", "parse"]
