"""What waits for me: the first thing a member of staff sees in the admin."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from .models import BoardEntry, BoardReason, SafetyReport

SHOWN = 5


class WaitingPanel(Component):
    """My entries of the review board, new safety reports, proposed titles: each with its link."""

    name = "waiting"
    template_name = "editorial/dashboard/waiting.html"
    order = 50

    def __init__(self, user):
        super().__init__()
        self.user = user

    @cached_property
    def entries(self):
        """My open entries, the oldest due first (QuerySet)."""
        mine = BoardEntry.objects.open().due_within(30)
        if not hasattr(self.user, "contributor"):
            mine = mine.filter(page__owner=self.user)
        return mine.select_related("page")

    def get_context_data(self, parent_context):
        """Give the lines of the panel."""
        count = self.entries.count()
        return {
            "entries": self.entries[:SHOWN],
            "more": max(0, count - SHOWN),
            "board_url": reverse("review_board"),
            "lines": [line for line in (self._drafts(), self._reports()) if line],
        }

    def _drafts(self):
        count = Page.objects.filter(owner=self.user, has_unpublished_changes=True).count()
        url = reverse("wagtailadmin_explore_root")
        return count and {"count": count, "label": _("drafts of yours that are not published"), "url": url}

    def _reports(self):
        if not self.user.has_perm("editorial.decide_safetyreport"):
            return None
        count = SafetyReport.objects.filter(status=SafetyReport.Status.NEW).count()
        url = f"{reverse('review_board')}?reason={BoardReason.SAFETY_REPORT}"
        return count and {"count": count, "label": _("reports of a danger to decide on"), "url": url}


def add_waiting_panel(request, panels):
    """Put the panel on the dashboard of everybody who edits or reviews. For `construct_homepage_panels`."""
    if request.user.has_perm("editorial.view_source"):
        panels.append(WaitingPanel(request.user))
