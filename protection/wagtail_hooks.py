"""What protection adds to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js", order=-10)
def start_without_inline_scripts():
    return format_html('<script src="{}"></script>', static("js/admin/start.js"))
