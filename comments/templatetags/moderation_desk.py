"""What the moderation desk's templates need."""

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timesince import timesince

from comments.guard import describe
from comments.words import split_at

register = template.Library()

# The rules whose detail is a list of words found in the text.
WORD_RULES = {
    *("safeguarding", "suspect_words", "banned_words", "contact_details", "named_doctors"),
    *("medical_advice", "selling_cures", "mixed_scripts"),
}


@register.filter
def reasons(comment):
    """Give (label, detail) of each reason for which a comment was held."""
    return [describe(reason) for reason in comment.reasons]


def _matched(comment):
    found = [reason.get("detail", "") for reason in comment.reasons if reason.get("rule") in WORD_RULES]
    return [word for detail in found for word in detail.split(", ")]


@register.filter
def with_matches(comment):
    """Show a comment's text as typed, with what the rules found marked."""
    pieces = split_at(comment.body, _matched(comment))
    lines = [
        (format_html("<mark>{}</mark>" if found else "{}", piece).replace("\n", "<br>"),)
        for piece, found in pieces
    ]
    return format_html_join("", "{}", ((mark_safe(line),) for (line,) in lines))  # noqa: S308 - escaped above


@register.filter
def spell_out(value):
    """Give a timedelta as words, as long as the largest unit and the next: "3 days, 4 hours"."""
    return timesince(timezone.now() - value)
