"""What the moderation desk's templates need."""

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from comments.guard import describe
from comments.services import claimed_by_other
from comments.words import split_at

register = template.Library()

# The rules whose detail is a list of words found in the text.
WORD_RULES = {
    *("safeguarding", "suspect_words", "banned_words", "contact_details", "named_doctors"),
    *("medical_advice", "complaint", "selling_cures", "mixed_scripts"),
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
def claimed_besides(comment, user):
    """Give the member of staff who is reading `comment` right now, None when nobody but `user` is."""
    return claimed_by_other(comment, user)


DEEDS = {
    "posted": _("sent"),
    "loaded": _("loaded"),
    "approve": _("approved"),
    "first_approval": _("agreed, as the first of two"),
    "reject": _("rejected"),
    "spam": _("marked as spam"),
    "remove": _("removed"),
    "redact": _("shortened"),
    "undo": _("taken back"),
    "edited": _("corrected"),
    "taken_back": _("taken back by the writer"),
    "reported": _("reported"),
    "staff_reply": _("written as staff"),
    "sanction_ban": _("writer banned"),
    "sanction_hold": _("writer held"),
    "sanction_trust": _("writer trusted"),
    "sanction_lifted": _("sanction ended"),
    "erased": _("erased"),
    "anonymised": _("name taken off"),
}


@register.filter
def deed(entry):
    """Give what a log entry did, in words."""
    return DEEDS.get(entry.action, entry.action)


@register.filter
def rules(entry):
    """Give the rules behind a log entry in words (str), empty where it was none's doing."""
    names = [name for name in entry.rule.split(", ") if name not in ("", "writer", entry.action)]
    return ", ".join(str(DEEDS.get(name) or describe({"rule": name})[0]) for name in names)


@register.filter
def spell_out(value):
    """Give a timedelta as words, as long as the largest unit and the next: "3 days, 4 hours"."""
    return timesince(timezone.now() - value)
