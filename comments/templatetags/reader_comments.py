"""`{% reader_comments page %}`: heading, threads and the way to the form, for any page template."""

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from comments.live import section
from freshness.stored import live

register = template.Library()


@register.simple_tag(takes_context=True)
def reader_comments(context, page):
    """Print the comments section of `page` (specific instance): at most five queries, however many."""
    request = context.get("request")
    about = f"{page._meta.label_lower}:{page.pk}"
    return live(request, "comments", about, lambda: section(page, request))


@register.filter
def as_typed(text):
    """Show a reader's `text` as text: every character escaped, line breaks kept."""
    paragraphs = [escape(part).replace("\n", "<br>") for part in text.split("\n\n") if part.strip()]
    return mark_safe("".join(f"<p>{part}</p>" for part in paragraphs))  # noqa: S308 - escaped above


@register.inclusion_tag("comments/_feedback_link.html")
def page_feedback(page):
    """Give the link "Was this page helpful?" to a private form. No query."""
    return {"target": page}
