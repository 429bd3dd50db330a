"""What may be uploaded, judged by content: the name of a file proves nothing."""

from .documents import DocumentForm
from .images import PictureForm

__all__ = ["DocumentForm", "PictureForm"]
