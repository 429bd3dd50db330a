"""A refusal in words."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _


def refusal_text(refused):
    """Give safe HTML that says which page was refused and why. `refused`: GateRefused."""
    reasons = format_html_join("", "<li>{}</li>", ((problem.message,) for problem in refused.problems))
    return format_html(
        "{} <ul>{}</ul>", _("“%(title)s” was not published:") % {"title": refused.page.title}, reasons
    )
