"""`{% reader_comments page %}`: heading, threads and the way to the form, for any page template."""

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from comments.policy import policy_for
from comments.threads import ORDERS, load_threads

register = template.Library()


@register.inclusion_tag("comments/_section.html", takes_context=True)
def reader_comments(context, page):
    """Give the comments section of `page` (specific instance): at most five queries, however many."""
    policy = policy_for(page, context.get("request"))
    if policy.is_off:
        return {"policy": policy}
    return {"policy": policy, "target": page, "threads": load_threads(page.pk), "orders": ORDERS}


@register.filter
def as_typed(text):
    """Show a reader's `text` as text: every character escaped, line breaks kept."""
    paragraphs = [escape(part).replace("\n", "<br>") for part in text.split("\n\n") if part.strip()]
    return mark_safe("".join(f"<p>{part}</p>" for part in paragraphs))  # noqa: S308 - escaped above


@register.inclusion_tag("comments/_feedback_link.html")
def page_feedback(page):
    """Give the link "Was this page helpful?" to a private form. No query."""
    return {"target": page}
