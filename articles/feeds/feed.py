"""The feed itself: items as Atom."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.cards import voice_labels
from pages.models import html_language
from pages.navigation import standing_frame
from pages.xml_text import xml_text


class PagesFeed(Feed):
    """One kind of news: `ask` gives the Asked of a request, `items` the [Item] of an Asked."""

    feed_type = Atom1Feed

    def __init__(self, heading, items, ask):
        self.heading, self.items_of, self.get_object = heading, items, ask

    @property
    def language(self):
        return html_language(get_language())

    def title(self, asked):
        return xml_text(" – ".join(filter(None, [self.author_name(asked), asked.subject, str(self.heading)])))

    def link(self, asked):
        return standing_frame(asked.request)["home"]

    def author_name(self, asked):
        return xml_text(standing_frame(asked.request)["name"])

    def items(self, asked):
        return self.items_of(asked)

    def item_title(self, item):
        """Whose voice speaks is said first, so that nobody takes it for the editors'."""
        title = item.page.title
        for label in voice_labels(item.page):
            title = _("%(label)s: %(title)s") % {"label": label.text, "title": title}
        return xml_text(title)

    def item_description(self, item):
        return xml_text(escape(item.text))

    def item_link(self, item):
        return item.page.full_url

    def item_guid(self, item):
        return item.page.full_url + (f"#{item.key}" if item.key else "")

    def item_pubdate(self, item):
        return item.page.first_published_at or item.moment

    def item_updateddate(self, item):
        return item.moment

    def item_categories(self, item):
        return [xml_text(label.text) for label in voice_labels(item.page)]
