"""The rows of page listings, drawn without a template for each cell.

The same HTML as Wagtail's own cells give for a page that nothing special is said of; for a site's root, a
page with pages below it, a locked and a restricted one Wagtail's templates are asked as before.
"""

from functools import cache, wraps

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailadmin_tags import test_page_is_public, timesince_simple
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import NavigateToChildrenColumn, PageStatusColumn, PageTitleColumn

# Entries of the menu whose address is not that of a view of the page in the admin.
ELSEWHERE = ("view_live", "sort")
# Stands for the page's id in an address that is asked for once.
ANY = 918273645
CHECKBOX = """<td class="bulk-action-checkbox-cell"><input type="checkbox" data-page-status="{}"
 data-object-id="{}" data-bulk-action-checkbox class="bulk-action-checkbox" aria-label="{}"{}></td>"""
TITLE = """<td class="title" data-listing-page-title><div class="title-wrapper">{}{}</div>
<ul class="actions"><li>{}</li></ul>{}</td>"""
MENU = """<div data-controller="w-dropdown" class="w-dropdown"><button type="button"
 class="w-dropdown__toggle w-dropdown__toggle--icon" data-w-dropdown-target="toggle" aria-label="{}">
<svg class="icon icon-dots-horizontal w-dropdown__toggle-icon" aria-hidden="true"><use
 href="#icon-dots-horizontal"></use></svg></button><div data-w-dropdown-target="content"
 class="w-dropdown__content" hidden>{}</div></div>"""
ICON = '<svg class="icon icon-{} icon" aria-hidden="true"><use href="#icon-{}"></use></svg>'
DATE = """<td{}><button type="button" class="w-human-readable-date" data-controller="w-tooltip"
 data-w-tooltip-content-value="{}" data-w-tooltip-placement-value="top"><time
 class="w-human-readable-date__date" datetime="{}">{}</time></button></td>"""
LIVE = """<td{}><a href="{}" class="w-status w-status--primary" title="{}" target="_blank"
 rel="noreferrer"><span class="w-sr-only">{}</span> {}</a></td>"""


def address(name, pk):
    """Give the address (str) of the admin view `name` for the page with id `pk`."""
    return _pattern(name).replace(str(ANY), str(pk))


@cache
def _pattern(name):
    return reverse(name, args=[ANY])


def entries(page, user, next_url):
    """Give (name, address) of everything that may be done with a page without pages below it."""
    may, back = page.permissions_for_user(user), f"?{urlencode({'next': next_url})}" if next_url else ""
    url = page.url if page.live else None
    known = [
        ("edit", may.can_edit(), back),
        ("view_draft", page.has_unpublished_changes and page.is_previewable(), ""),
        ("view_live", url, url),
        ("add_subpage", may.can_add_subpage(), back),
        ("move", may.can_move(), ""),
        ("copy", may.can_copy(), back),
        ("delete", may.can_delete(), back),
        ("unpublish", may.can_unpublish(), back),
        ("history", may.can_view_revisions(), ""),
        ("sort", may.can_reorder_children(), f"{address('wagtailadmin_explore', page.pk)}?ordering=ord"),
    ]
    return [
        (name, more if name in ELSEWHERE else address(f"wagtailadmin_pages:{name}", page.pk) + more)
        for name, shown, more in known
        if shown
    ]


@cache
def labels(_language):
    """Give {name: what stands in the link (safe str)} in the language that is active."""
    words = {
        "edit": (_("Edit"), "edit"),
        "view_draft": (_("View draft"), "draft"),
        "view_live": (_("View live"), "doc-empty"),
        "add_subpage": (_("Add child page"), "circle-plus"),
        "move": (_("Move"), "arrow-right-full"),
        "copy": (_("Copy"), "copy"),
        "delete": (_("Delete"), "bin"),
        "unpublish": (_("Unpublish"), "download"),
        "history": (_("History"), "history"),
        "sort": (_("Sort menu order"), "list-ul"),
    }
    return {
        name: format_html("{} {}", format_html(ICON, icon, icon), word)
        for name, (word, icon) in words.items()
    }


def is_plain(page, context):
    """Whether nothing special is said of a page in its row (bool)."""
    return (
        page.is_leaf()
        and page.depth > 2
        and not page.locked
        and test_page_is_public({"request": context["request"]}, page)
    )


def title_cell(column, page, context):
    """Give the cell (safe str) with the title and the menu of a page, None for Wagtail to draw it."""
    if not is_plain(page, context):
        return None
    user, name = context["request"].user, page.get_admin_display_title()
    title = format_html('<span id="page_{}_title">{}</span>', quote(page.pk), name)
    if page.permissions_for_user(user).can_edit():
        link = '<a href="{}" title="{}">{}</a>'
        title = format_html(link, address("wagtailadmin_pages:edit", page.pk), _("Edit this page"), title)
    return format_html(TITLE, title, _locale(page, context), _menu(page, name, user, context), _parent(page))


def _locale(page, context):
    if not context.get("show_locale_labels"):
        return ""
    return format_html('<span class="w-status w-status--label">{}</span>', page.locale.get_display_name())


def _menu(page, name, user, context):
    words = labels(get_language())
    links = ((url, words[key]) for key, url in entries(page, user, context.get("actions_next_url")))
    more = _("More options for '%(title)s'") % {"title": name}
    return format_html(MENU, more, format_html_join("", '<a href="{}" rel="noreferrer">{}</a>', links))


def _parent(page):
    above = getattr(page, "annotated_parent_page", None)
    if above is None:
        return ""
    icon = format_html(ICON, "arrow-right", "arrow-right")
    url = address("wagtailadmin_explore", above.pk)
    return format_html('<div><a href="{}">{}{}</a></div>', url, icon, above.get_admin_display_title())


def checkbox_cell(column, page, context):
    """Give the cell (safe str) in which a page is ticked."""
    if column.obj_type != "page":
        return None
    described = getattr(column, "aria_describedby", None) or f"page_{quote(page.pk)}_title"
    state = "live" if page.live else "draft"
    return format_html(
        CHECKBOX, state, quote(page.pk), _("Select"), format_html(' aria-describedby="{}"', described)
    )


def plain_cell(column, row, context):
    """Give the cell (safe str) of a value as text, None for columns that draw it in another way."""
    if type(column).cell_template_name != "wagtailadmin/tables/cell.html":
        return None
    value = column.get_cell_context_data(row, context)["value"]
    return format_html("<td{}>{}</td>", _css(column), "" if value is None else value)


def date_cell(column, row, context):
    """Give the cell (safe str) of a moment: how long ago, the moment itself on request."""
    value = column.get_value(row)
    moment = parse_datetime(value) if isinstance(value, str) else value
    if not hasattr(moment, "hour"):
        return None
    moment = localtime(moment)
    return format_html(
        DATE,
        _css(column),
        date_format(moment, "DATETIME_FORMAT"),
        moment.isoformat(),
        capfirst(timesince_simple(moment)),
    )


def status_cell(column, page, context):
    """Give the cell (safe str) that says "live" and leads there, None for a page that is not published."""
    url = page.get_url(context["request"]) if page.live else None
    if not url:
        return None
    words = (_("Visit the live page"), _("Current page status:"), page.status_string)
    return format_html(LIVE, _css(column), url, *words)


def children_cell(column, page, context):
    """Give the empty cell (safe str) of a page that can have no pages below it."""
    if page.is_navigable() or page.permissions_for_user(context["request"].user).can_add_subpage():
        return None
    return format_html('<td class="{}"></td>', "no-children")


def _css(column):
    return format_html(' class="{}"', column.classname) if column.classname else ""


CELLS = {
    PageTitleColumn: title_cell,
    BulkActionsCheckboxColumn: checkbox_cell,
    Column: plain_cell,
    DateColumn: date_cell,
    PageStatusColumn: status_cell,
    NavigateToChildrenColumn: children_cell,
}


def draw_rows_lean():
    """Let the columns of listings ask here first."""
    for kind, draw in CELLS.items():
        kind.render_cell_html = _first(draw, kind.render_cell_html)


def _first(draw, stock):
    @wraps(stock)
    def render(column, instance, context):
        html = draw(column, instance, context)
        return stock(column, instance, context) if html is None else html

    return render
