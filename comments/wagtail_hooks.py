"""Where reader comments show up in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import admin_urls
from .desk import COUNT_LIMIT, lane_counts, late_count, oldest_of, waiting_count
from .figures import promised_hours
from .models import CannedReply, WordList
from .permissions import may_change_rules, may_moderate


class CommentsMenuItem(MenuItem):
    """The menu entry, its label followed by the number of comments that wait."""

    def is_shown(self, request):
        return may_moderate(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        count = getattr(request, "reader_comments_waiting", None)
        count = waiting_count() if count is None else count
        if count:
            shown = f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else count
            component.label = f"{self.label} ({shown})"
        return component


@hooks.register("register_admin_menu_item")
def reader_comments_menu_item():
    return CommentsMenuItem(
        _("Reader comments"),
        reverse_lazy("reader_comments:desk"),
        name="reader-comments",
        icon_name="comment",
        order=250,
    )


class ConsentMenuItem(MenuItem):
    """The menu entry, among the settings, for what writers agree to."""

    def is_shown(self, request):
        return may_change_rules(request.user)


@hooks.register("register_settings_menu_item")
def consent_menu_item():
    return ConsentMenuItem(
        _("Consent of writers"),
        reverse_lazy("reader_comments:consent"),
        name="comment-consent",
        icon_name="check",
        order=250,
    )


@hooks.register("insert_global_admin_css")
def moderation_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-moderation.css"))


@hooks.register("register_admin_urls")
def reader_comments_urls():
    return [path("reader-comments/", include(admin_urls))]


@hooks.register("register_permissions")
def moderation_permission():
    return Permission.objects.filter(content_type__app_label="comments", codename="moderate_readercomment")


class WordListViewSet(SnippetViewSet):
    """Editing word lists; reached from the desk, so no menu entry of its own."""

    model = WordList
    icon = "list-ul"
    list_display = ("name", "kind", "language", "level", "active")
    list_filter = ("kind", "language", "active")
    menu_name = "comment-word-lists"


class CannedReplyViewSet(SnippetViewSet):
    """Editing canned replies; reached from the desk."""

    model = CannedReply
    icon = "comment"
    list_display = ("title", "language", "rule")
    menu_name = "comment-canned-replies"


register_snippet(WordListViewSet)
register_snippet(CannedReplyViewSet)


class WaitingPanel(Component):
    """The admin's front page: how many reader comments wait, by lane, and since when."""

    name = "reader_comments"
    order = 120
    template_name = "comments/admin/home_panel.html"

    def get_context_data(self, parent_context):
        hours = promised_hours()
        counts = lane_counts(hours)
        return {
            "counts": [lane for lane in counts if lane.count],
            "oldest": oldest_of(counts),
            "late": late_count(counts),
            "hours": hours,
        }


@hooks.register("construct_homepage_panels")
def add_waiting_panel(request, panels):
    if may_moderate(request.user):
        panels.append(WaitingPanel())
