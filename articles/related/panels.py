"""What the editor sees of related articles: the list and the reasons."""

from wagtail.admin.panels import Panel

from .reasons import because


class RelatedPanel(Panel):
    """Show which articles will follow the picked ones, and why."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/related_panel.html"

        def is_shown(self):
            """Show it once the page exists."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            """Add `rows`: (title, language, reasons) of the best."""
            rows = self.instance.related_rows.filter(to_page__live=True).select_related("to_page")
            found = [(row.to_page, because(row.because)) for row in rows.order_by("-score", "-pk")[:6]]
            return {**super().get_context_data(parent_context), "rows": found}
