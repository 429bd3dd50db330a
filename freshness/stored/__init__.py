"""Pages as they were rendered, in the database: for every process and server, over restarts.

What changes often within a page (a live part, such as readers' comments) is left open and filled at each
reading. Templates mark such a part with `live`.
"""

from .marks import live

__all__ = ["live"]
