"""The preview as a panel of the editor's form; the script keeps it up to date while somebody types."""

from urllib.parse import unquote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import Panel
from wagtail.models import Page

from . import widths


class SearchResultPanel(Panel):
    """Title, address and description as a search engine would show them, with what is too long."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page."""

        template_name = "pages/search_result/panel.html"

        def get_context_data(self, parent_context=None):
            """Add the preview of the page in the form and the words that the script needs."""
            page = self.instance
            title = page.seo_title or page.title or ""
            description = page.search_description or getattr(page, "summary", "") or ""
            return {
                **super().get_context_data(parent_context),
                "preview": {
                    "title": widths.cut(title, widths.TITLE[1]),
                    "address": _address_above(page),
                    "slug": page.slug,
                    "description": widths.cut(description, widths.DESCRIPTION[1]),
                },
                "lines": [_line("title", title), _line("description", description)],
            }

        class Media:
            js = ["js/admin/search-result.js"]
            css = {"all": ["css/admin/search-result.css"]}


def _address_above(page):
    """Give the address (str) under which the page stands, empty for one that has no place yet."""
    parent = page.get_parent() if page.pk else None
    return unquote((parent and parent.full_url) or "")


def _line(name, text):
    """Give what is said (dict) about the length of one of the two texts."""
    limits = {"title": widths.TITLE, "description": widths.DESCRIPTION}[name]
    words = {
        "title": {
            "missing": _("There is no title."),
            "short": _("The title is short: say what the page is about."),
            "long": _("The title will be cut. Put what matters first."),
            "good": _("The title fits."),
        },
        "description": {
            "missing": _("There is no description: search engines pick a piece of the text."),
            "short": _("The description is short: one or two sentences fit."),
            "long": _("The description will be cut. Put what matters first."),
            "good": _("The description fits."),
        },
    }[name]
    found = widths.verdict(text, limits)
    shown = {"width": widths.width(text), "verdict": found, "text": words[found]}
    return {"name": name, "least": limits[0], "most": limits[1], "words": words, **shown}


PROMOTE_PANELS = [SearchResultPanel(heading=gettext_lazy("In search results")), *Page.promote_panels]
