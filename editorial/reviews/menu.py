"""The reviewer's answer in the editor: offered although the text is locked while it is checked."""

from django.urls import reverse
from wagtail.admin.action_menu import ActionMenuItem

from editorial.models import MedicalReviewTask

ICONS = {"approve": "success", "reject": "edit"}


class AnswerMenuItem(ActionMenuItem):
    """One answer ("approve" or "reject"). It goes to the review itself: the locked form takes nothing in."""

    template_name = "editorial/reviews/answer.html"

    def __init__(self, name, label):
        super().__init__()
        self.name, self.label, self.icon_name = name, label, ICONS.get(name, "")

    def get_url(self, parent_context):
        """Give the address (str) that asks for the checklist or the note."""
        page = parent_context["page"]
        return reverse(
            "wagtailadmin_pages:workflow_action",
            args=[page.pk, self.name, page.current_workflow_task_state.pk],
        )

    class Media:
        js = ["js/admin/review.js"]


def offer_answers(menu_items, request, context):
    """Put the answers of a medical review first, the signature before the rest."""
    page = context.get("page")
    task = page.current_workflow_task if page and context.get("locked_for_user") else None
    if not isinstance(task, MedicalReviewTask):
        return
    actions = sorted(task.get_actions(page, request.user), key=lambda action: action[0] != "approve")
    menu_items[:0] = [AnswerMenuItem(name, label) for name, label, _needs_form in actions]
