"""`{% reader_comments page %}`: heading, threads and the way to the form, for any page template."""

from functools import lru_cache

from django import template
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from comments.live import section
from freshness.clock import in_words
from freshness.stored import live

register = template.Library()

# Numbers in whose place those of a page and of a comment are put; no other part of an address holds them.
PAGE, COMMENT = 987_654_321, 123_456_789


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


@register.simple_tag
def comment_address(name, page_id, comment_id):
    """Give the address (str) called `name` of comments/urls.py that is about one comment of a page.

    Looking it up anew for every link of a long thread took a quarter of the time of its page.
    """
    address = _address(name, get_language(), get_script_prefix(), get_urlconf())
    return address.format(page_id, comment_id)


@lru_cache(maxsize=200)
def _address(name, language, prefix, urls):
    found = reverse(f"comments:{name}", args=[PAGE, COMMENT])
    return found.replace(str(PAGE), "{0}").replace(str(COMMENT), "{1}")


@register.filter
def moment(time):
    """Give a moment (aware datetime) for the attribute `datetime`, in the site's time zone."""
    return timezone.localtime(time).strftime("%Y-%m-%dT%H:%M%z")


@register.filter
def day(time):
    """Give the day (str) of a moment (aware datetime) as it is written in the language of the page."""
    return in_words(timezone.localdate(time))


@register.inclusion_tag("comments/_feedback_link.html")
def page_feedback(page):
    """Give the link "Was this page helpful?" to a private form. No query."""
    return {"target": page}
