"""A scratch WordPress, as Debian packages it, to be measured beside the site. See bench/README.md."""

from .run import wordpress
from .table import beside

__all__ = ["beside", "wordpress"]
