"""What the desk's own views in the admin share."""

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class DeskView(WagtailAdminTemplateMixin):
    """A view whose header names it, after the way that leads there."""

    def get_breadcrumbs_items(self):
        """Give Wagtail's breadcrumbs (list of dict) with this view at the end."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), here]
