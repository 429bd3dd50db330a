"""Publishing many pages: those that the gate refuses are named, the others go live."""

from django.contrib import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from .messages import refusal_text
from .registry import GateRefused


class GatedPublishBulkAction(PublishBulkAction):
    """Wagtail's bulk publish, one page at a time."""

    @classmethod
    def execute_action(cls, objects, refused=None, **kwargs):
        """Publish `objects`; give how many pages and children went live. Refusals are added to `refused`."""
        counts = [0, 0]
        for page in objects:
            try:
                done = super().execute_action([page], **kwargs)
            except GateRefused as refusal:
                refused.append(refusal)
            else:
                counts = [sum(pair) for pair in zip(counts, done, strict=True)]
        return counts

    def get_execution_context(self):
        """Give what `execute_action` takes, with the list that collects refusals."""
        self.refused = []
        return {**super().get_execution_context(), "refused": self.refused}

    def get_success_message(self, *counts):
        """Give the message for what went live, None when nothing did; say what was refused."""
        for refusal in self.refused:
            messages.error(self.request, refusal_text(refusal))
        return super().get_success_message(*counts) if any(counts) else None
