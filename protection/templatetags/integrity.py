"""The hash of a script, so that a browser runs that script and no other."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def integrity(path):
    """Give the attribute (safe str) for a script, from its `path` (str) as {% static %} takes it."""
    file = served_file(path)
    return format_html('integrity="{}"', hash_of(file, file.stat().st_mtime_ns))


def served_file(path):
    """Give the Path of the file that is served for `path` (str): the collected one where there is one."""
    if hasattr(staticfiles_storage, "stored_name"):
        return Path(staticfiles_storage.path(staticfiles_storage.stored_name(path)))
    return Path(finders.find(path))


@cache
def hash_of(file, _changed):
    """Give the hash (str) of a file (Path), worked out once for each time it was changed (int)."""
    digest = hashlib.sha384(file.read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode('ascii')}"
