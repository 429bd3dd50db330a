"""Answer from the stored pages where that is right; store what was rendered for everybody."""

from functools import cache

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.module_loading import import_string

from freshness.bytecache.asking import key_of
from freshness.bytecache.copies import may_be_kept
from freshness.memory import page_was_rendered
from freshness.reading import reader
from freshness.recording import Record, recording

from .marks import FLAG, Live, recorded, without_marks
from .rows import WHOLE, find, keep, unpacked


class StoredPageMiddleware:
    """For anonymous readers only, by the same rules as the cache in front of Django."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        key = key_of(request.META) if settings.COUNT_CHANGES and request.method == "GET" else None
        number = reader.current() if key else -1
        if number < 0:
            return self.get_response(request)
        request.get_host()  # raises for a host that is not ours
        known = number, reader.words
        found = find(key, known[1])
        return _answer(request, key, known, found) if WHOLE in found else self._rendered(request, key, known)

    def _rendered(self, request, key, known):
        setattr(request, FLAG, not request.COOKIES)
        with recording() as record:
            response = self.get_response(request)
        page_was_rendered()
        if response.streaming or not getattr(request, FLAG):
            return response
        text = response.content.decode(response.charset)
        if _is_for_everybody(request, response):
            headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
            keep(key, known, record, headers, text)
        if "<!--live " in text:
            _refill(response, without_marks(text))
        return response


def _is_for_everybody(request, response):
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    headers = list(response.headers.items())
    return is_page and not response.cookies and may_be_kept(response.status_code, headers)


def _refill(response, text):
    response.content = text.encode(response.charset)
    if "Content-Length" in response.headers:
        response.headers["Content-Length"] = str(len(response.content))


def _answer(request, key, known, found):
    """Give the HttpResponse of a stored page; parts that are not good any more are rendered, and stored."""
    headers, pieces = unpacked(found[WHOLE])
    record = Record()
    text = "".join(_filled(piece, found, request, record) for piece in pieces)
    if record.parts:
        keep(key, known, record)
    response = HttpResponse(text, headers=headers)
    response.headers["Content-Length"] = str(len(response.content))
    return response


def _filled(piece, found, request, record):
    """Give the text (str) of a piece; a part that is rendered for it is written into `record`."""
    if not isinstance(piece, Live):
        return piece
    if piece.key in found:
        return unpacked(found[piece.key])
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        html, made = recorded(piece, lambda: part_of(piece.name)(piece.about, request))
    if piece.is_stored:
        record.parts[piece] = (html, made)
    return html


@cache
def part_of(name):
    """Give the function that renders the live part `name` (str)."""
    return import_string(settings.LIVE_PARTS[name][0])
