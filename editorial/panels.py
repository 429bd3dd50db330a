"""How the editor's form of a medical page is laid out."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface

from editorial.gate.form import GatedPageForm
from editorial.gate.panel import ChecklistPanel
from editorial.readability.panel import ReadabilityPanel
from pages.search_result.panel import PROMOTE_PANELS


def medical_tabs(*, content, about, promote, settings):
    """Give the tabbed form (TabbedInterface) of a medical page from four lists of panels."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(about, heading=_("People, label and sources")),
            ObjectList([ChecklistPanel(), ReadabilityPanel()], heading=_("Before publishing")),
            ObjectList([*PROMOTE_PANELS[:1], *promote], heading=_("Promote")),
            ObjectList(settings, heading=_("Settings")),
        ],
        base_form_class=GatedPageForm,
    )
