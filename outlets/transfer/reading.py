"""The file is read whole before anything is loaded: what is damaged or foreign is refused by its line."""

import json
from collections import Counter

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from .errors import TransferError
from .shapes import AFTER_PAGES, BEFORE_PAGES, COMMENTS, FORMAT, VERSION, label

ROWS = {label(model) for model in [*BEFORE_PAGES, *AFTER_PAGES, *COMMENTS]}
KEYS = {"model", "pk"}


def records(path):
    """Yield (number of the line, record (dict)) of a file; raise TransferError for a broken line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield number, _record(number, line)
    except (OSError, UnicodeDecodeError) as error:
        raise TransferError(_("The file cannot be read: %(reason)s") % {"reason": error}) from error


def _record(number, line):
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise broken(number, error) from error
    if not isinstance(record, dict):
        raise broken(number, _("a record is written in braces"))
    return record


def broken(number, reason):
    """Give the TransferError for a line (int) that cannot be used."""
    return TransferError(_("Line %(number)s: %(reason)s") % {"number": number, "reason": reason})


def check(path):
    """Give (languages (list of str), counts (dict)) of a whole file; raise TransferError otherwise."""
    head, end, counted = {}, None, Counter()
    for number, record in records(path):
        if number == 1:
            head = record
            _check_head(head)
        elif "end" in record:
            end = record["end"]
        else:
            _check_record(number, record)
            counted[record["model"]] += 1
    if end != dict(counted):
        raise TransferError(_("The file is not whole: lines are missing at its end or in between."))
    return head["languages"], end


def _check_head(head):
    if head.get("format") != FORMAT or head.get("version") != VERSION:
        raise TransferError(_("This is no export of this software, or one of another version."))
    unknown = set(head.get("languages", [])) - {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    if unknown:
        raise TransferError(
            _("The site must first have these languages: %(languages)s") % {"languages": ", ".join(unknown)}
        )


def _check_record(number, record):
    if not record.keys() >= KEYS or not isinstance(record["pk"], int):
        raise broken(number, _("a record names its model and its number"))
    if record["model"] not in ROWS and not is_page(record):
        raise broken(number, _("this software has no “%(model)s”") % {"model": record["model"]})


def is_page(record):
    """Whether a record is a page of a type that this software has (bool)."""
    try:
        model = apps.get_model(str(record["model"]))
    except (LookupError, ValueError):
        return False
    return issubclass(model, Page) and isinstance(record.get("data"), dict)
