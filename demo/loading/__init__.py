"""Put the demonstration into an empty site, once."""

from .accounts import account_table
from .run import load_demonstration

__all__ = ["account_table", "load_demonstration"]
