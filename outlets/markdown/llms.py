"""llms.txt: what this site is and where its pages are as Markdown (https://llmstxt.org)."""

from wagtail.models import Page, Site

from pages.navigation import standing_frame
from pages.translations import LINK_FIELDS
from pages.visibility import visible

from .converting import plain
from .twin import link

# A list of lists, not a second sitemap: what comes after is found through the lists themselves.
MOST_IN_A_SECTION = 200


def llms_text(request):
    """Give the list (str) of the public pages of this site in the active language, by section."""
    frame, site = standing_frame(request), Site.find_for_request(request)
    lines = [f"# {plain(frame['name'])}", "", f"> {plain(frame.get('disclaimer', ''))}"]
    if site is None:
        return "\n".join(lines) + "\n"
    home = site.root_page.localized
    for top in [home, *_public(Page.objects.child_of(home), request)]:
        below = _public(Page.objects.descendant_of(top), request) if top.pk != home.pk else []
        lines += ["", f"## {plain(top.title)}", ""]
        lines += [f"- {link(page, request)}" for page in [top, *below]]
    return "\n".join(lines) + "\n"


def _public(pages, request):
    """Give the first of `pages` (PageQuerySet) that everybody may read."""
    return list(visible(pages, request).order_by("path").only(*LINK_FIELDS)[:MOST_IN_A_SECTION])
