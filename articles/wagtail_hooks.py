"""How staff list articles."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from editorial.columns import DayColumn
from editorial.first_steps import HOOK, FirstStep
from editorial.lean_rows import choice
from editorial.listings import PageListing

from .models import ArticlePage

BASE = PageListing.index_view_class.base_columns


class ArticleListing(PageListing):
    """Articles: title, format, label, dates, status."""

    model = ArticlePage
    name = "articles"
    icon = "doc-full"
    menu_label = _("Articles")
    menu_order = 130
    add_to_admin_menu = True
    list_display = [
        *BASE[:2],
        Column("format", label=_("Format"), accessor=choice("format"), sort_key="format"),
        Column("content_label", label=_("Label"), accessor=choice("content_label"), sort_key="content_label"),
        DayColumn("next_review_due", label=_("Review due"), sort_key="next_review_due"),
        *BASE[3:],
    ]
    list_filter = ["live", "format", "content_label", "origin", "title_status", "locale", "next_review_due"]


@hooks.register("register_admin_viewset")
def list_articles():
    return ArticleListing()


@hooks.register(HOOK)
def write_an_article():
    return FirstStep(_("Write an article"), reverse("articles:choose_parent"), icon_name="doc-full", order=10)
