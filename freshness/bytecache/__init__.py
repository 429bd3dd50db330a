"""Pages kept as the bytes that go out, in front of Django. `wrap(application)` is the door."""

from .wrapper import ByteCache, wrap

__all__ = ["ByteCache", "wrap"]
