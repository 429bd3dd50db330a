"""All content out of a site as JSON Lines with its files, and back into an empty one.

Numbers (primary keys) stay as they are, so every link, picture and citation inside a text still fits.
"""

from .errors import TransferError
from .loading import Outcome, load_content
from .writing import write_content

__all__ = ["Outcome", "TransferError", "load_content", "write_content"]
