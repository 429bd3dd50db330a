"""What protection keeps."""

from .codes import RecoveryCode
from .tries import TryCount

__all__ = ["RecoveryCode", "TryCount"]
