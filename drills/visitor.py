"""Readers and editors who speak HTTP: a connection of its own for each request, no retries."""

import http.client
import json
import re
import secrets
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode
from uuid import uuid4

from django.core import signing

from comments import stamp

TIMEOUT = 120
# Django takes the bare secret of the cookie as the token of a form.
CSRF = "a" * 32


@dataclass(frozen=True)
class Reply:
    """What came back: `status` (int; 0 when the connection broke), `text`, `location` (str), `seconds`."""

    status: int
    text: str = ""
    location: str = ""
    seconds: float = 0.0


class Visitor:
    """Somebody at the site on `port` (int) of this machine, from a network of their own."""

    def __init__(self, port):
        self.port = port
        self.cookies = {"csrftoken": CSRF}

    def get(self, path):
        """Give the Reply for `path` (str)."""
        return self._ask("GET", path, None, {})

    def post(self, path, fields, kind="application/x-www-form-urlencoded"):
        """Send `fields` (dict, or bytes of the content type `kind`); give the Reply."""
        token = self.cookies["csrftoken"]
        words = {"csrfmiddlewaretoken": token}
        body = fields if isinstance(fields, bytes) else urlencode(fields | words).encode()
        return self._ask("POST", path, body, {"Content-Type": kind, "X-CSRFToken": token})

    def _ask(self, method, path, body, headers):
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        headers |= {"Host": f"localhost:{self.port}", "Connection": "close", "X-Forwarded-For": any_network()}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return Reply(0, seconds=time.monotonic() - began)
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        location = answer.headers.get("Location", "")
        return Reply(answer.status, text, location, time.monotonic() - began)


def any_network():
    """Give an address (str) in one of 65,536 networks: the guard counts comments by network."""
    return f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.7"


def new_comment(page_id):
    """Give the fields (dict) of a filled-in form; its text is like no other, its mark a minute old."""
    mark = {"page": page_id, "at": time.time() - 60, "key": secrets.token_hex(16)}
    return {
        "name": "Ann",
        "body": f"It took me {secrets.randbelow(90)} weeks, and then {uuid4().hex} was better.",
        "consent": "on",
        "website": "",
        "altcha": "",
        "stamp": signing.dumps(mark, salt=stamp.SALT),
    }


def send_comment(visitor, page_id, fields, half=""):
    """Post a comment to the page; give the Reply, 303 when it was taken in."""
    reply = visitor.post(f"{half}/comments/{page_id}/new/", fields)
    # Who has written before is recognised, and the drill's people are strangers to each other.
    visitor.cookies = {name: value for name, value in visitor.cookies.items() if "writer" not in name}
    return reply


class FormReader(HTMLParser):
    """Reads what a browser would send of the form with the id `wanted`."""

    def __init__(self, wanted):
        super().__init__()
        self.wanted, self.inside, self.area, self.select = wanted, False, None, None
        self.fields = {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.wanted
        elif self.inside and tag == "input" and given.get("name"):
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            if ticked and given.get("type") not in ("submit", "file"):
                self.fields[given["name"]] = given.get("value") or ""
        elif self.inside and tag == "textarea":
            self.area = given.get("name")
            self.fields[self.area] = ""
        elif self.inside and tag == "select":
            self.select = given.get("name")
        elif tag == "option" and self.select and "selected" in given:
            self.fields[self.select] = given.get("value") or ""

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data.lstrip("\n")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None


class Editor(Visitor):
    """A member of staff who is signed in and has the edit form of one page open."""

    def __init__(self, port, name, password, page_id):
        super().__init__(port)
        self.path = f"/admin/pages/{page_id}/edit/"
        self.post("/admin/login/", {"username": name, "password": password, "next": "/admin/"})
        form = FormReader("page-edit-form")
        form.feed(self.get(self.path).text)
        self.fields = form.fields

    def publish(self, number):
        """Give each part of the page the `number` (int) and publish it; give the Reply, 302 when done."""
        text = {"blocks": [draft_block(f"Number {number}.")], "entityMap": {}}
        given = {
            "title": f"Drill {number}",
            "summary": f"Summary {number}.",
            "body-count": "1",
            "body-0-deleted": "",
            "body-0-order": "0",
            "body-0-type": "paragraph",
            "body-0-id": str(uuid4()),
            "body-0-value": json.dumps(text),
            "action-publish": "action-publish",
        }
        return self.post(self.path, self.fields | given)


def draft_block(text):
    """Give a paragraph (dict) as the admin's text editor sends it."""
    inner = {"depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return {"key": "abcde", "type": "unstyled", "text": text, **inner}


def numbers_in(html):
    """Give the numbers (set of int) that a page of the drill shows."""
    return {int(found) for found in re.findall(r"(?:Drill|Number|Summary) (\d+)", html)}
