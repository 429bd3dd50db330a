"""The living style guide: every part of the design on one page, from the templates that pages are made of."""

import re
from datetime import date
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .blocks import BodyStreamBlock
from .cards import Card, Label
from .models.settings import SiteSettings

TOKEN = re.compile(r"^ *--(?P<name>[\w-]+): (?P<value>[^;]+);", re.MULTILINE)


@require_safe
def style_guide(request):
    """Show the style guide to staff, on a demonstration to everybody. Raises Http404 for others."""
    site = SiteSettings.for_request(request)
    if not (site.demonstration or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    found = tokens()
    context = {
        "colours": {name: value for name, value in found.items() if value.startswith("light-dark(")},
        "sizes": {name: value for name, value in found.items() if not value.startswith("light-dark(")},
        "blocks": blocks(),
        "cards": cards(),
        "labels": [Label(kind or _("usual"), kind) for kind in ("", "emerging", "careful", "plain")],
    }
    return render(request, "pages/style_guide.html", context)


def tokens():
    """Give the tokens (dict: name, value) of the style sheet, as written first."""
    found = {}
    for token in TOKEN.finditer(Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")):
        found.setdefault(token["name"], token["value"])
    return found


def blocks():
    """Give label, description and HTML (list of dict) of every block with an example, as pages print it."""
    shown = [
        block for block in BodyStreamBlock().child_blocks.values() if hasattr(block.meta, "preview_value")
    ]
    return [
        {
            "label": block.label,
            "description": block.get_description(),
            "html": mark_safe(block.render(block.get_preview_value(), {"level": 4})),  # noqa: S308 our templates
        }
        for block in shown
    ]


def cards():
    """Give three Cards: the usual one, one with a title that does not end, one in the other script."""
    some_day = date(2026, 3, 1)
    label = Label(_("Article"))
    return [
        Card(_("A title of the usual length"), "#", _("What it is about."), [label], reviewed=some_day),
        Card("Pneumonoultramicroscopicsilicovolcanoconiosis" * 3, "#", labels=[label]),
        Card(
            "股骨头坏死：正在使用的治疗",
            "#",
            "两张清单，常常被混在一起。",
            lang="zh-Hans",
            published=some_day,
        ),
    ]
