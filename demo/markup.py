"""The few marks inside a line: **bold**, *italic*, [text](address), [^source]."""

import re
from html import escape

from editorial.citations.markup import citation as source_citation

LINK = re.compile(r"\[(?P<text>[^\]\[^]+)\]\((?P<address>[^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"\*(.+?)\*")
CITATION = re.compile(r"\[\^(?P<key>[a-z0-9-]+)\]")


def to_html(text, scope):
    """Give a line as rich text (HTML as Wagtail stores it). `scope`: see demo.loading.scope.Scope."""
    html = LINK.sub(lambda match: _anchor(match, scope), escape(text, quote=False))
    html = ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", html))
    return CITATION.sub(lambda match: citation(match["key"], scope), html)


def to_plain(text, scope):
    """Give a line as plain text (str), for fields that hold no markup."""
    plain = LINK.sub(lambda match: match["text"], text)
    plain = ITALIC.sub(r"\1", BOLD.sub(r"\1", plain))
    return CITATION.sub(lambda match: scope.declared(match["key"]) and "", plain).strip()


def citation(key, scope):
    """Give the stored citation (HTML) of the source `key`, nothing when somebody has deleted the source.

    Raises ContentError when the page does not declare the source.
    """
    source = scope.source(key)
    return source_citation(source.pk) if source else ""


def _anchor(match, scope):
    address, text = match["address"], match["text"]
    if address.startswith("/"):
        return f'<a linktype="page" id="{scope.page_id(address)}">{text}</a>'
    return f'<a href="{address}">{text}</a>'
