"""The rows of page listings, drawn without a template for each cell.

The same HTML as Wagtail's own cells give for a page that nothing special is said of; for a site's root, a
page with pages below it, a locked and a restricted one Wagtail's templates are asked as before.
"""

from functools import cache, lru_cache, wraps

from django.contrib.admin.utils import quote
from django.utils.dateparse import parse_datetime
from django.utils.html import conditional_escape, escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailadmin_tags import test_page_is_public
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import NavigateToChildrenColumn, PageStatusColumn, PageTitleColumn

from .lean_addresses import ANY, address, address_of, pattern
from .lean_dates import ago, written_out

# Stands for the page's public address in what is drawn once for all rows.
ITS_ADDRESS = "public-address-of-the-page"
LEADING_BACK = ("edit", "add_subpage", "copy", "delete", "unpublish")
CHECKBOX = """<td class="bulk-action-checkbox-cell"><input type="checkbox" data-page-status="%s"
 data-object-id="%s" data-bulk-action-checkbox class="bulk-action-checkbox" aria-label="%s"
 aria-describedby="%s"></td>"""
TITLE = """<td class="title" data-listing-page-title><div class="title-wrapper">%s%s</div>
<ul class="actions"><li>%s</li></ul>%s</td>"""
MENU = """<div data-controller="w-dropdown" class="w-dropdown"><button type="button"
 class="w-dropdown__toggle w-dropdown__toggle--icon" data-w-dropdown-target="toggle" aria-label="%s">
<svg class="icon icon-dots-horizontal w-dropdown__toggle-icon" aria-hidden="true"><use
 href="#icon-dots-horizontal"></use></svg></button><div data-w-dropdown-target="content"
 class="w-dropdown__content" hidden>%s</div></div>"""
ICON = '<svg class="icon icon-{} icon" aria-hidden="true"><use href="#icon-{}"></use></svg>'
DATE = """<td%s><button type="button" class="w-human-readable-date" data-controller="w-tooltip"
 data-w-tooltip-content-value="%s" data-w-tooltip-placement-value="top"><time
 class="w-human-readable-date__date" datetime="%s">%s</time></button></td>"""
LIVE = """<td%s><a href="%s" class="w-status w-status--primary" title="%s" target="_blank"
 rel="noreferrer"><span class="w-sr-only">%s</span> %s</a></td>"""
EMPTY = mark_safe('<td class="no-children"></td>')


def entries(page, may, url):
    """Give the names (tuple of str) of everything that may be done with a page without pages below it.

    `may`: its PagePermissionTester; `url`: its public address (str or None).
    """
    known = {
        "edit": may.can_edit(),
        "view_draft": page.has_unpublished_changes and page.is_previewable(),
        "view_live": url,
        "add_subpage": may.can_add_subpage(),
        "move": may.can_move(),
        "copy": may.can_copy(),
        "delete": may.can_delete(),
        "unpublish": may.can_unpublish(),
        "history": may.can_view_revisions(),
        "sort": may.can_reorder_children(),
    }
    return tuple(name for name, shown in known.items() if shown)


def entry_address(name, back):
    """Give the address (str) of an entry, of the page ANY; `back` (str): where some lead to afterwards."""
    if name == "view_live":
        return ITS_ADDRESS
    if name == "sort":
        return f"{pattern('wagtailadmin_explore')}?ordering=ord"
    leads_back = back and name in LEADING_BACK
    return pattern(f"wagtailadmin_pages:{name}") + (f"?{urlencode({'next': back})}" if leads_back else "")


@lru_cache(maxsize=64)
def links(language, names, back):
    """Give the links (str) to the entries `names`, with ANY and ITS_ADDRESS in them."""
    words = labels(language)
    return "".join(
        f'<a href="{escape(entry_address(name, back))}" rel="noreferrer">{words[name]}</a>' for name in names
    )


def choice(field):
    """Give a column's accessor: the label of what a row has chosen for `field` (str).

    Django's `get_…_display` makes a list of all labels for each row.
    """

    def label(row):
        return _label(type(row), field, getattr(row, field), get_language())

    return label


@lru_cache(maxsize=256)
def _label(model, field, value, _language):
    return str(dict(model._meta.get_field(field).flatchoices).get(value, value))


def may_with(page, user):
    """Give what the one `user` of this request may do with a page (PagePermissionTester), asked once."""
    if "lean_permissions" not in page.__dict__:
        page.lean_permissions = page.permissions_for_user(user)
    return page.lean_permissions


@cache
def said(_language):
    """Give {name: words that are the same in each row (safe str)} in the language that is active."""
    words = {
        "edit": _("Edit this page"),
        "select": _("Select"),
        "visit": _("Visit the live page"),
        "status": _("Current page status:"),
        "more": _("More options for '%(title)s'"),
    }
    return {name: escape(word) for name, word in words.items()}


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
    title = f'<span id="page_{quote(page.pk)}_title">{escape(name)}</span>'
    if may_with(page, user).can_edit():
        link = address("wagtailadmin_pages:edit", page.pk)
        title = f'<a href="{link}" title="{said(get_language())["edit"]}">{title}</a>'
    parts = (title, _locale(page, context), _menu(page, name, context), _parent(page))
    return mark_safe(TITLE % parts)  # noqa: S308 - each part is escaped


def _locale(page, context):
    if not context.get("show_locale_labels"):
        return ""
    return locale_label(page.locale.get_display_name())


@lru_cache(maxsize=64)
def locale_label(name):
    """Give the label (safe str) that shows the language with this name (str)."""
    return format_html('<span class="w-status w-status--label">{}</span>', name)


def _menu(page, name, context):
    request, language = context["request"], get_language()
    url = address_of(page, request) if page.live else None
    names = entries(page, may_with(page, request.user), url)
    drawn = links(language, names, context.get("actions_next_url") or "").replace(str(ANY), str(page.pk))
    more = said(language)["more"] % {"title": escape(name)}
    return MENU % (more, drawn.replace(ITS_ADDRESS, escape(url or "")))


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
    words = said(get_language())
    return mark_safe(CHECKBOX % (state, quote(page.pk), words["select"], escape(described)))  # noqa: S308


def plain_cell(column, row, context):
    """Give the cell (safe str) of a value as text, None for columns that draw it in another way."""
    if type(column).cell_template_name != "wagtailadmin/tables/cell.html":
        return None
    value = column.get_cell_context_data(row, context)["value"]
    value = "" if value is None else conditional_escape(value)
    return mark_safe(f"<td{_css(column)}>{value}</td>")  # noqa: S308 - escaped


def date_cell(column, row, context):
    """Give the cell (safe str) of a moment: how long ago, the moment itself on request."""
    value = column.get_value(row)
    moment = parse_datetime(value) if isinstance(value, str) else value
    if not hasattr(moment, "hour"):
        return None
    moment = localtime(moment)
    written = written_out(moment.replace(tzinfo=None), get_language())
    return mark_safe(DATE % (_css(column), written, moment.isoformat(), ago(moment)))  # noqa: S308 - escaped


def status_cell(column, page, context):
    """Give the cell (safe str) that says "live" and leads there, None for a page that is not published."""
    url = address_of(page, context["request"]) if page.live else None
    if not url:
        return None
    words = said(get_language())
    parts = (_css(column), escape(url), words["visit"], words["status"], escape(page.status_string))
    return mark_safe(LIVE % parts)  # noqa: S308 - escaped


def children_cell(column, page, context):
    """Give the empty cell (safe str) of a page that can have no pages below it."""
    if page.is_navigable() or may_with(page, context["request"].user).can_add_subpage():
        return None
    return EMPTY


def _css(column):
    return f' class="{escape(column.classname)}"' if column.classname else ""


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
