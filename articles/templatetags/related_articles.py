"""`{% related_articles page %}`: the section at the end of an article."""

from django import template

from articles.related.section import section
from freshness.stored import live

register = template.Library()


@register.simple_tag(takes_context=True)
def related_articles(context, page):
    """Print the related articles of an ArticlePage."""
    request = context.get("request")
    return live(request, "related", f"{page._meta.label_lower}:{page.pk}", lambda: section(page, request))
