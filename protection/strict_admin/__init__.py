"""Wagtail's admin under a policy that lets no inline script run.

Wagtail starts its date fields, inline panels and choosers by scripts between the fields. The templates that
do so are replaced in templates/wagtailadmin/; choosers write theirs in Python, so their rendering is replaced
here. Both leave an empty element that says what to call, and static/js/admin/start.js calls it. A browser
walk over the whole admin (tests/journeys/test_strict_admin.py) fails when a new version of Wagtail adds one.
"""

import re

from django.core.exceptions import ImproperlyConfigured
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.admin.widgets import BaseChooser

CALL = re.compile(r"(?P<new>new )?(?P<name>[\w.]+)\((?P<arguments>.*)\);", re.DOTALL)
START = '<span hidden data-start="{}" data-start-as="{}" data-start-arguments="{}"></span>'


def start_element(script):
    """Give the element (safe str) that stands for `script` (str): one call with arguments in JSON.

    Raises ImproperlyConfigured when the script is something else.
    """
    call = CALL.fullmatch(script.strip())
    if not call:
        raise ImproperlyConfigured(f"A chooser's script is more than one call: {script}")
    kind = "class" if call["new"] else "function"
    return format_html(START, call["name"], kind, f"[{call['arguments']}]")


def render_strictly(chooser, name, value, attrs=None, renderer=None):
    """Render as BaseChooser.render does (safe str), with an element instead of an inline script."""
    value_data = chooser.get_value_data(value)
    html = chooser.render_html(name, value_data, attrs)
    start = start_element(chooser.render_js_init(attrs["id"], name, value_data))
    return mark_safe(f"{html}{start}")  # noqa: S308 both parts are escaped where they are made


def make_choosers_strict():
    """Replace the rendering of all choosers."""
    BaseChooser.render = render_strictly
