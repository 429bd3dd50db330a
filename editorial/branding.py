"""The admin wears the mark and the colours of the public pages."""

from django.templatetags.static import static
from django.utils.html import format_html


def brand_css():
    """Give the link to the style sheet (str). For `insert_global_admin_css`."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/brand.css"))
