"""Pages as the answer: Atom, or the same as JSON."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from pages.models import html_language
from pages.navigation import standing_frame
from pages.xml_text import xml_text


@dataclass(frozen=True)
class Topic:
    """One page of the answer; `language` is its own, which may differ from the one asked for."""

    title: str
    url: str
    summary: str
    updated: object
    language: str


def topic(page, request):
    """Give the Topic of a page."""
    return Topic(
        title=xml_text(page.title),
        url=page.get_full_url(request),
        summary=xml_text(page.summary),
        updated=page.last_published_at or page.latest_revision_created_at or timezone.now(),
        language=html_language(page.locale.language_code),
    )


def heading(request):
    """Give the name of the answer (str)."""
    return xml_text(_("%(site)s: health information") % {"site": standing_frame(request)["name"]})


class InfobuttonFeed(Atom1Feed):
    """Atom whose categories repeat the question, each with the parameter's name as its scheme."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for name, value in self.feed["given"].items():
            handler.addQuickElement("category", "", {"scheme": name, "term": value})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", "", {"src": item["link"], "type": "text/html"})

    def item_attributes(self, item):
        return {"xml:lang": item["topic_language"]}


def as_atom(question, topics, request):
    """Give the answer as Atom (str)."""
    feed = InfobuttonFeed(
        title=heading(request),
        link=request.build_absolute_uri("/"),
        feed_url=request.build_absolute_uri(),
        description=None,
        author_name=xml_text(standing_frame(request)["name"]),
        language=html_language(question.language or "en"),
        given=question.given,
    )
    for item in topics:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=escape(item.summary),
            unique_id=item.url,
            updateddate=item.updated,
            topic_language=item.language,
        )
    return feed.writeString("utf-8")


def as_json(question, topics, request):
    """Give the answer as a dict, member by member as MedlinePlus Connect names them."""
    return {
        "feed": {
            "lang": html_language(question.language or "en"),
            "title": value(heading(request)),
            "id": value(request.build_absolute_uri()),
            "updated": value(max((item.updated for item in topics), default=timezone.now()).isoformat()),
            "author": {"name": value(standing_frame(request)["name"])},
            "category": [{"scheme": name, "term": term} for name, term in question.given.items()],
            "entry": [entry(item) for item in topics],
        }
    }


def entry(item):
    """Give one Topic as a dict."""
    return {
        "lang": item.language,
        "title": value(item.title),
        "link": [{"href": item.url, "rel": "alternate", "hreflang": item.language}],
        "id": value(item.url),
        "updated": value(item.updated.isoformat()),
        "summary": value(escape(item.summary), "html"),
    }


def value(text, kind="text"):
    """Give a text (str) with its type, as elements become members."""
    return {"_value": text, "type": kind}
