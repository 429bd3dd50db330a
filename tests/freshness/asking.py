"""Asking a WSGI application as a server does."""

import io
from typing import NamedTuple
from urllib.parse import unquote_to_bytes


class Reply(NamedTuple):
    """What came back: `status` (int), `headers` (dict, last of a name), `body` (bytes)."""

    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        """The body as text (str)."""
        return self.body.decode()

    @property
    def is_hit(self):
        """Whether it came from the cache (bool)."""
        return self.headers.get("X-Cache") == "HIT"


def environ(address, method="GET", host="testserver", scheme="http", **headers):
    """Give the WSGI environ (dict) of a request; `headers`: HTTP_... names."""
    path, _mark, query = address.partition("?")
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **headers,
    }


def ask(application, address, method="GET", **more):
    """Give the Reply of `application` (WSGI) to a request."""
    found = {}

    def start_response(line, headers, exc_info=None):
        found.update(status=int(line[:3]), headers=dict(headers))

    parts = application(environ(address, method, **more), start_response)
    try:
        body = b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()
    return Reply(found["status"], found["headers"], body)
