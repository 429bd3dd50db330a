"""Readability as a panel of the editor's form."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from .report import readings_of


class ReadabilityPanel(Panel):
    """How hard the text is to read, beside the checklist."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page."""

        template_name = "editorial/readability/panel.html"

        def get_context_data(self, parent_context=None):
            """Add the readings of the draft in the form and the address that refreshes them."""
            context = super().get_context_data(parent_context)
            page = self.instance
            context["readings"] = readings_of(page) if page.pk else []
            context["url"] = reverse("readability", args=[page.pk]) if page.pk else ""
            return context

        class Media:
            js = ["js/admin/checklist.js"]
            css = {"all": ["css/admin/readability.css"]}
