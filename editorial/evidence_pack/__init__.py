"""The records of the editorial process as CSV files in a zip, for somebody who assesses the publisher."""

from .pack import write_pack
from .period import Period

__all__ = ["Period", "write_pack"]
