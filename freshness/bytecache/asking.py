"""What is asked for: the key under which an answer is kept, and the question put to Django for it."""

import io
import sys
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver

LONGEST_PATH = 1024
LONGEST_VALUE = 100
# What only says where a visitor came from: a page does not know it.
TRACKING = ("utm_", "fbclid", "gclid", "msclkid", "mtm_", "pk_")
# An answer for everybody is asked for without what belongs to one visitor.
PERSONAL = ("HTTP_COOKIE", "HTTP_REFERER", "HTTP_RANGE", "HTTP_IF_RANGE", "HTTP_X_REQUESTED_WITH")
NEGOTIATED = (
    *("HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_USER_AGENT"),
    *("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"),
)


class Key(NamedTuple):
    """Everything an answer may depend on."""

    scheme: str
    host: str
    path: str
    query: str


def key_of(call):
    """Give the Key of a request that may be answered from the cache, None of one that never is.

    `call`: WSGI's dict of the request. Anonymous GET and HEAD only, of listed addresses and parameters.
    """
    if call["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in call:
        return None
    cookies = call.get("HTTP_COOKIE")
    path = call.get("SCRIPT_NAME", "") + call.get("PATH_INFO", "")
    if len(path) > LONGEST_PATH or (cookies and _names_somebody(cookies)):
        return None
    host = call.get("HTTP_HOST") or f"{call['SERVER_NAME']}:{call['SERVER_PORT']}"
    query = call.get("QUERY_STRING", "")
    # What is remembered must not fill the memory.
    found = _key if len(host) + len(query) < LONGEST_PATH else _key.__wrapped__
    return found(_scheme(call), host, path, query)


@lru_cache(maxsize=1024)
def _key(scheme, host, path, query):
    """Give the Key, None where the address or a parameter is not listed: the same for the same words."""
    query = None if _is_never_kept(path) else _known_query(query, path)
    return None if query is None else Key(scheme, host.lower(), path, query)


@receiver(setting_changed)
def _forget(**_signal):
    """Tests change what the rules read."""
    _key.cache_clear()
    _proxy_header.cache_clear()


@cache
def _proxy_header():
    """Give what names the scheme behind a proxy: Django's settings take longer than a look at the copies."""
    return settings.SECURE_PROXY_SSL_HEADER


def _scheme(call):
    header = _proxy_header()
    if header:
        return "https" if call.get(header[0], "").split(",")[0].strip() == header[1] else "http"
    return call["wsgi.url_scheme"]


def _is_never_kept(path):
    """Whether `path` (str) lies under an address that is one visitor's own, in any language."""
    for code in settings.LANGUAGE_PREFIXES:
        if path.startswith(code):
            path = path[len(code) - 1 :]
            break
    return path.startswith(settings.NEVER_KEPT)


def _known_query(query, path):
    """Give the parameters (str, sorted) that the page at `path` knows; None when there is another."""
    if not query:
        return ""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return None
    pairs = sorted(pair for pair in pairs if not pair[0].startswith(TRACKING))
    names = [name for name, _value in pairs]
    known = next((names for start, names in settings.KEPT_PARAMETERS if path.startswith(start)), ())
    too_long = any(len(value) > LONGEST_VALUE for _name, value in pairs)
    if too_long or len(set(names)) < len(names) or not set(names) <= set(known):
        return None
    return urlencode(pairs)


def _names_somebody(header):
    """Whether the Cookie `header` (str) holds one that makes a page somebody's own."""
    names = {part.partition("=")[0].strip() for part in header.split(";")}
    return bool(names & {settings.SESSION_COOKIE_NAME, *settings.COOKIES_OF_SOMEBODY})


def request_for(key):
    """Give WSGI's dict of a request for `key` (Key) that came from nobody."""
    name, _colon, port = key.host.partition(":")
    call = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(key.path).decode("latin-1"),
        "QUERY_STRING": key.query,
        "SERVER_NAME": name,
        "SERVER_PORT": port or {"http": "80", "https": "443"}[key.scheme],
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": key.host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": key.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if settings.SECURE_PROXY_SSL_HEADER and key.scheme == "https":
        name, value = settings.SECURE_PROXY_SSL_HEADER
        call[name] = value
    return call


def for_everybody(call, key):
    """Give the dict of WSGI that asks Django for the answer that everybody gets."""
    asked = {name: value for name, value in call.items() if name not in {*PERSONAL, *NEGOTIATED}}
    return {
        **asked,
        "REQUEST_METHOD": "GET",
        "QUERY_STRING": key.query,
        "CONTENT_LENGTH": "",
        "wsgi.input": io.BytesIO(),
    }
