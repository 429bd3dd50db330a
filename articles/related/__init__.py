"""Related articles: an editor's picks first, then what was found alike when an article was published.

Which articles are alike is computed in the background (`tasks`) and kept in `RelatedArticle`; a reader
waits for one query. `scoring` says why two articles belong together, `reading` puts the list together.
"""

from .reading import related_articles
from .reasons import because
from .tasks import relate_soon

__all__ = ["because", "relate_soon", "related_articles"]
