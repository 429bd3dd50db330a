"""The step of a workflow at which a named clinician checks a page."""

from django import forms
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from editorial.signals import medical_review_signed


class MedicalReviewState(TaskState):
    """One page waiting for its medical review, until when."""

    due_on = models.DateField(_("due on"), null=True, blank=True)


class ReviewNoteForm(forms.Form):
    """What a reviewer says: a comment, and for an approval each point of the checklist ticked."""

    points = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.points:
            self.fields["checked"] = forms.MultipleChoiceField(
                label=_("I have checked"),
                choices=[(point, point) for point in self.points],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Tick each point before you approve.")},
            )
        self.fields["comment"] = forms.CharField(
            label=_("Comment"), required=False, widget=forms.Textarea({"rows": 3})
        )

    def clean_checked(self):
        """Give the ticked points; every one is needed."""
        if set(self.cleaned_data["checked"]) != set(self.points):
            raise forms.ValidationError(_("Tick each point before you approve."))
        return self.cleaned_data["checked"]


class MedicalReviewTask(Task):
    """Approval by a verified clinician who did not write the text: the one named on the page, else any.

    Whether this person may sign, and what a signature writes down, is the business of `editorial.reviews`,
    which receives the signal `medical_review_signed` inside the same transaction.
    """

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
        """What the task is for, where an administrator chooses one (str)."""
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

    def user_can_access_editor(self, obj, user):
        """Whether `user` sees the editor although their group may not edit (bool)."""
        return self._signs_reviews(user)

    def locked_for_user(self, obj, user):
        """Whether the page is closed to `user` (bool): nobody changes a text while it is being checked."""
        return True

    def get_actions(self, obj, user):
        """The actions (list of (name, label, needs a form)) that `user` sees."""
        if not self._signs_reviews(user):
            return []
        return [("reject", _("Request changes"), True), ("approve", _("Sign the medical review"), True)]

    def get_form_for_action(self, action):
        """The form class in which a reviewer answers; only an approval asks for the checklist."""
        points = self.points if action == "approve" else []
        return type("ReviewForm", (ReviewNoteForm,), {"points": points})

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """The task states (QuerySet) that wait for `user`."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting if self._signs_reviews(user) else waiting.none()

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", checked=(), **kwargs):
        """Sign or send back; give the address (str) that says so to the reviewer, whose editor is closed now.

        Raises ReviewRefused, through the signal, when `user` may not.
        """
        medical_review_signed.send(
            sender=type(self),
            task_state=task_state,
            user=user,
            action=action_name,
            note=comment,
            checked=checked,
        )
        super().on_action(task_state, user, action_name, comment=comment, **kwargs)
        return reverse("review_answered", args=[task_state.pk])

    @staticmethod
    def _signs_reviews(user):
        return getattr(user, "contributor", None) is not None
