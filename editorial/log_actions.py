"""What the medical desk writes into the history of a page."""

from django.utils.translation import gettext_lazy as _

REVIEW_ACTIONS = {
    "editorial.review.approved": (_("Medical review"), _("Medical review signed")),
    "editorial.review.unchanged": (_("Medical review"), _("Reviewed, no change needed")),
    "editorial.review.changes": (_("Medical review"), _("Medical review: changes requested")),
}


def register_log_actions(actions):
    """Name the desk's entries in Wagtail's histories and reports. `actions`: the registry of the hook."""
    for action, (label, message) in REVIEW_ACTIONS.items():
        actions.register_action(action, label, message)
