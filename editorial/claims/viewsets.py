"""How staff keep the rules."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.models import ClaimRule


class ClaimRuleViewSet(SnippetViewSet):
    """Claim rules with their phrases."""

    model = ClaimRule
    icon = "warning"
    menu_label = _("Claim rules")
    menu_name = "claim-rules"
    add_to_admin_menu = False
    list_display = [
        "__str__",
        "code",
        "get_severity_display",
        BooleanColumn("is_active", label=_("Switched on")),
    ]
    list_filter = ["severity", "is_active", "detector"]
    search_fields = ["code", "title", "title_zh", "patterns__text"]
    list_per_page = 50
