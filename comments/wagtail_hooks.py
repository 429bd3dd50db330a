"""Where reader comments show up in Wagtail's admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import admin_urls
from .desk import COUNT_LIMIT, waiting_count
from .permissions import may_moderate


class CommentsMenuItem(MenuItem):
    """The menu entry, its label followed by the number of comments that wait."""

    def is_shown(self, request):
        return may_moderate(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        count = waiting_count()
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


@hooks.register("register_admin_urls")
def reader_comments_urls():
    return [path("reader-comments/", include(admin_urls))]


@hooks.register("register_permissions")
def moderation_permission():
    return Permission.objects.filter(content_type__app_label="comments", codename="moderate_readercomment")
