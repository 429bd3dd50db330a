"""`{% rows_of table %}`: the rows of a table in the admin, without a template for each of them."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def rows_of(context, table):
    """Give (safe str) what Wagtail's table.html draws in a loop: each row with its attributes and cells."""
    return mark_safe("".join(_row(row, context) for row in table.rows))  # noqa: S308 - escaped below


def _row(row, context):
    with context.push(row=row):
        drawn = [column.render_cell_html(row.instance, context) for column in row.columns.values()]
    cells = "".join(map(conditional_escape, drawn))
    return f"<tr{_attributes(row.attrs)}>{cells}</tr>\n"


def _attributes(found):
    """Give (str) what wagtailadmin/shared/attrs.html does: True stands alone, False is left out."""
    return "".join(
        f" {conditional_escape(name)}"
        if value is True
        else f' {conditional_escape(name)}="{conditional_escape(str(value))}"'
        for name, value in found.items()
        if value is not False
    )
