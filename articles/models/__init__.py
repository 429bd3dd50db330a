"""Articles, their series and their topics."""

from .article import ArticleIndexPage, ArticlePage
from .parts import ArticleTag, PickedArticle, Series
from .related import RelatedArticle

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleTag",
    "PickedArticle",
    "RelatedArticle",
    "Series",
]
