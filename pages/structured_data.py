"""What a page says to machines, as one JSON-LD object in the words of schema.org.

Each app says what its own page types are: a writer, registered with `@describes`, gives the properties that
it knows better than the plain WebPage. Everything comes from what the template prints for readers.
"""

import json
from urllib.parse import urljoin

from django.utils.safestring import mark_safe

from .kept import language_of
from .models import html_language

# Inside a script element nothing may look like its end, nor break a line in old parsers.
ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}
_writers = {}


def describes(*models):
    """Register the decorated function (page, context) -> dict for pages of `models`."""

    def register(write):
        _writers.update(dict.fromkeys(models, write))
        return write

    return register


def page_data(page, context):
    """Give the JSON-LD (dict) of `page` from what its template was given; None where it is not shown whole.

    `context`: with `meta` (PageMeta), `frame` and whatever the page's `get_context` added.
    """
    meta = context.get("meta")
    if meta is None or not meta.is_whole:
        return None
    write = _writers.get(type(page), lambda page, context: {})
    return drop_empty({**web_page(page, context), **write(page, context)})


def web_page(page, context):
    """Give the properties (dict) that every page has."""
    meta, frame = context["meta"], context["frame"]
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": meta.canonical,
        "url": meta.canonical,
        "name": page.title,
        "description": meta.description,
        "inLanguage": language(page),
        "isPartOf": {"@type": "WebSite", "name": frame["name"], "url": whole(context, frame["home"])},
        "breadcrumb": breadcrumb(page, context),
        "primaryImageOfPage": image(meta.picture),
    }


def language(page):
    """Give the BCP 47 tag (str) of the page's text."""
    own = getattr(page, "body_language", "") or language_of(page.locale_id)
    return html_language(own)


def breadcrumb(page, context):
    """Give the BreadcrumbList that readers see, the page itself last; None on a home page."""
    steps = [(step.title, whole(context, step.url)) for step in context["frame"]["crumbs"]]
    if not steps:
        return None
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": url}
        for place, (title, url) in enumerate([*steps, (page.title, context["meta"].canonical)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def image(picture):
    """Give the ImageObject of a SharedPicture, None for None."""
    if picture is None:
        return None
    return {
        "@type": "ImageObject",
        "url": picture.url,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.alt,
    }


def whole(context, url):
    """Give `url` (str) with scheme and host, empty for an empty one."""
    return urljoin(context["meta"].canonical, url) if url else ""


def drop_empty(value):
    """Give `value` without properties that say nothing."""
    if isinstance(value, dict):
        return {key: drop_empty(inner) for key, inner in value.items() if inner not in (None, "", [], {})}
    return [drop_empty(inner) for inner in value] if isinstance(value, list) else value


def script(data):
    """Give the script element (safe str) that holds `data` (dict); browsers never run it."""
    text = json.dumps(data, ensure_ascii=False, default=str).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 escaped above
