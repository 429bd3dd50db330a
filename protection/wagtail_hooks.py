"""What protection adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .signin import urls


@hooks.register("insert_global_admin_js", order=-10)
def start_without_inline_scripts():
    return format_html('<script src="{}"></script>', static("js/admin/start.js"))


@hooks.register("register_admin_urls")
def two_step_urls():
    return [path("", include(urls))]


@hooks.register("register_account_menu_item")
def sessions_in_the_account(request):
    return {
        "url": reverse("own_sessions"),
        "label": _("Where you are signed in"),
        "help_text": _("See your sessions, and end those that you do not know or do not need."),
    }


@hooks.register("register_account_menu_item")
def two_step_in_the_account(request):
    return {
        "url": reverse("two_step"),
        "label": _("Two-step login"),
        "help_text": _("Ask for a code from an app when you sign in; keep recovery codes."),
    }
