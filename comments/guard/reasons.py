"""What each rule is called in front of moderators."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "safeguarding": _("Somebody may be in danger"),
    "all_wait": _("Every comment waits on this site"),
    "not_trusted": _("Not a trusted writer"),
    "first_comments": _("One of the writer’s first comments"),
    "held_writer": _("This writer’s comments all wait"),
    "banned_writer": _("This writer may not write"),
    "network_rate": _("Many comments from one network"),
    "thread_rate": _("Many comments in this thread"),
    "challenge": _("No calculation during a flood"),
    "honeypot": _("Filled in the hidden field"),
    "form_age": _("Form too quick or too old"),
    "reserved_names": _("A name kept for staff"),
    "banned_words": _("Banned words"),
    "suspect_words": _("Suspect words"),
    "duplicates": _("Same text as other comments"),
    "links": _("Links"),
    "contact_details": _("Contact details or numbers"),
    "named_doctors": _("Names a doctor"),
    "medical_advice": _("Asks for medical advice"),
    "complaint": _("Complains about a place or a person"),
    "selling_cures": _("Sells or claims a cure"),
    "hidden_letters": _("Hidden letters (taken out)"),
    "mixed_scripts": _("Letters of two scripts in one word"),
    "spam_score": _("Looks like earlier spam"),
    "reported": _("Reported by readers"),
    "edited": _("Changed by its writer after approval"),
}


def describe(reason):
    """Give (label, detail) of a stored reason (dict with rule and detail)."""
    rule = reason.get("rule", "")
    return LABELS.get(rule, rule), reason.get("detail", "")
