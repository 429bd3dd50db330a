"""A file or the standard input as text, or a plain word why it cannot be read."""

import sys
from pathlib import Path

from django.utils.translation import gettext as _

MAX_BYTES = 20 * 1024 * 1024


class UnreadableTextError(ValueError):
    """The input is no text the linter can read; the message says why and what to do."""


def read_text(name):
    """Give the text (str) of the file `name`, of the standard input for "-". Raises UnreadableTextError."""
    data = _bytes(name)
    if len(data) > MAX_BYTES:
        raise UnreadableTextError(_("It is larger than %(size)d MB: split it.") % {"size": MAX_BYTES >> 20})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    if b"\x00" in data:
        raise UnreadableTextError(_("It is not a text: it holds zero bytes. Save it as plain text, UTF-8."))
    text = _decoded(data, "utf-8-sig")
    if not text.strip():
        raise UnreadableTextError(_("It is empty: there is nothing to check."))
    return text


def _bytes(name):
    try:
        if name == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableTextError(_("There is no file “%(name)s”.") % {"name": name}) from None
    except OSError as error:
        raise UnreadableTextError(
            _("“%(name)s” cannot be read: %(why)s.") % {"name": name, "why": error.strerror}
        ) from error


def _decoded(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTextError(
            _("It is not UTF-8 (byte %(at)d). Save it as UTF-8; older Chinese files are often GBK.")
            % {"at": error.start + 1}
        ) from error
