"""The checklist as a panel of the editor's form."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from .status import checklist


class ChecklistPanel(Panel):
    """What stands between this page and its publication, before the button is pressed."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page."""

        template_name = "editorial/gate/panel.html"

        def get_context_data(self, parent_context=None):
            """Add the checklist of the draft in the form and the address that refreshes it."""
            context = super().get_context_data(parent_context)
            page = self.instance
            context["items"] = checklist(page) if page.pk else []
            context["url"] = reverse("publish_checklist", args=[page.pk]) if page.pk else ""
            return context

        class Media:
            js = ["js/admin/checklist.js"]
            css = {"all": ["css/admin/checklist.css"]}
