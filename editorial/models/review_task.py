"""The step of a workflow at which a named clinician checks a page."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState


class MedicalReviewState(TaskState):
    """One page waiting for its medical review, until when."""

    due_on = models.DateField(_("due on"), null=True, blank=True)


class MedicalReviewTask(Task):
    """Approval by a verified clinician who did not write the text: the one named on the page, else any."""

    days = models.PositiveSmallIntegerField(_("days until it is due"), default=14)
    checklist = models.TextField(
        _("points to check"),
        blank=True,
        help_text=_("One point a line. The reviewer ticks each before approving."),
    )

    admin_form_fields = [*Task.admin_form_fields, "days", "checklist"]
    task_state_class = MedicalReviewState

    class Meta:
        verbose_name = _("medical review")
        verbose_name_plural = _("medical reviews by task")

    @classmethod
    def get_description(cls):
        return _("A verified clinician who did not write the text approves it.")

    @property
    def points(self):
        """The points to check (list of str)."""
        return [line.strip() for line in self.checklist.splitlines() if line.strip()]

    def start(self, workflow_state, user=None):
        """Start the review and set its day."""
        state = super().start(workflow_state, user=user)
        state.due_on = timezone.localdate() + timezone.timedelta(days=self.days)
        state.save(update_fields=["due_on"])
        return state
