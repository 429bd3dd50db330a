"""Articles, their series and their topics."""

from .article import ArticleIndexPage, ArticlePage, ArticleTag, PickedArticle, Series

__all__ = ["ArticleIndexPage", "ArticlePage", "ArticleTag", "PickedArticle", "Series"]
