"""Pages, pictures and texts for tests."""

import json
from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image

from pages.models import SiteImage, StandardPage


def make_standard_page(parent, title="Privacy", **fields):
    """Give a StandardPage under `parent`."""
    return parent.add_child(instance=StandardPage(title=title, locale=parent.locale, **fields))


def make_picture(title="A hip", **fields):
    """Give a SiteImage of 64 x 40 pixels."""
    file = BytesIO()
    Image.new("RGB", (64, 40), "#0b5a55").save(file, "PNG")
    return SiteImage.objects.create(title=title, file=ContentFile(file.getvalue(), "hip.png"), **fields)


def stream(*blocks):
    """Give the stored text (str, JSON) of a stream field from (type, value) pairs."""
    return json.dumps([{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks])


def heading(text, level="2"):
    """Give the (type, value) pair of a heading."""
    return ("heading", {"text": text, "level": level})


def paragraph(html="<p>Some words.</p>"):
    """Give the (type, value) pair of a paragraph."""
    return ("paragraph", html)


def body_of(*blocks):
    """Give the StreamValue of a standard page's text with these blocks."""
    return text_of(json.loads(stream(*blocks)))


def text_of(raw):
    """Give the StreamValue of a standard page's text from its stored form (list of dict)."""
    return StandardPage._meta.get_field("body").stream_block.to_python(raw)
