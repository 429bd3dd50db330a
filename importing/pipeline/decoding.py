"""Bytes to text, or a plain-words reason why not."""

import codecs
import re

from django.utils.translation import gettext as _

# Some 150,000 words: a book. Reading takes time, and an upload is read while the editor waits.
MAX_BYTES = 1024 * 1024
BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
MARKUP_START = re.compile(
    r"\A\s*(<!doctype|<\?xml|<html|<head|<body|<rss|<svg|<div|<p\b|\{\\rtf)", re.IGNORECASE
)
CLOSING_TAG = re.compile(r"</(p|div|span|a|li|ul|ol|table|h[1-6]|body|html|script)\s*>", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# The Chinese characters that any running text is full of (all within the hundred most frequent ones).
FREQUENT_HAN = set(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
)
# GB 2312 keeps punctuation and letters in rows A1-A3, the common characters in rows B0-D7.
COMMON_GB_PAIR = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
MOST_CONTROLS = 0.01
HIGH_BYTE = re.compile(rb"[\x80-\xff]")


class Refused(Exception):
    """A file that cannot be imported; its message says why, in words for an editor."""


def check_size(size):
    """Raise Refused when `size` (bytes) is nothing or too much for one page of text."""
    if size == 0:
        raise Refused(_("The file is empty."))
    if size > MAX_BYTES:
        raise Refused(
            _("The file is too large: %(size)s MB. One page of text has at most %(limit)s MB.")
            % {"size": f"{size / 1024 / 1024:.1f}", "limit": MAX_BYTES // 1024 // 1024}
        )


def decode(data):
    """Give (text, encoding name) of `data` (bytes). Raise Refused when it is no plain text."""
    check_size(len(data))
    text, encoding = _decode(data)
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise Refused(_("The file is empty: it holds nothing but spaces."))
    _refuse_markup(text)
    return text, encoding


def _decode(data):
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decode_strictly(data, encoding), encoding.removesuffix("-sig")
    _refuse_signature(data)
    found = _first_readable(data, WIDE if b"\x00" in data else (*NARROW, *WIDE))
    if found:
        return found
    raise Refused(_why_unreadable(data))


def _first_readable(data, candidates):
    for encoding, label, accept in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if accept(data, text):
            return text, label
    return None


def _decode_strictly(data, encoding):
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            _("The file says that it is %(encoding)s, but byte %(offset)s is not.")
            % {"encoding": encoding.removesuffix("-sig").upper(), "offset": error.start}
        ) from error
    if "\x00" in text:
        raise Refused(_("The file contains null bytes: it is not plain text."))
    return text


def _refuse_signature(data):
    if data.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b")):
        raise Refused(_("The file is binary (a document, a picture, an archive), not plain text."))


def _why_unreadable(data):
    if b"\x00" in data:
        return _("The file contains null bytes: it is a program, a picture or damaged, not plain text.")
    if _control_share(data[:65536].decode("latin-1")) > MOST_CONTROLS:
        return _("The file is binary (a program, a picture), not plain text.")
    return _("The encoding was not recognised. Save the file as UTF-8 (also read: UTF-16, GB18030, Latin-1).")


def _control_share(text):
    return len(CONTROL.findall(text)) / len(text)


def _refuse_markup(text):
    head = text[:20000]
    if MARKUP_START.match(head) or len(CLOSING_TAG.findall(head)) >= 3:
        raise Refused(_("The file is HTML, XML or RTF. This import reads plain text only."))


def _is_clean(_data, text):
    return _control_share(text) <= MOST_CONTROLS


def _reads_as_chinese(data, text):
    high = len(HIGH_BYTE.findall(data))
    common = len(COMMON_GB_PAIR.findall(data)) * 2
    han = sum(1 for character in text if "\u4e00" <= character <= "\u9fff")
    return _is_clean(data, text) and common >= 0.7 * high and (han < 50 or _frequent_share(text) >= 0.05)


def _reads_as_latin(data, text):
    letters = sum(1 for character in text if character.isalpha())
    few_high = len(HIGH_BYTE.findall(data)) < 0.2 * len(data)
    return _is_clean(data, text) and letters > 0.4 * len(text) and few_high


def _reads_as_wide(data, text):
    """UTF-16 without its mark: every second byte of a Latin text is null; a Chinese one has its words."""
    if "\x00" in text or not _is_clean(data, text):
        return False
    latin = sum(1 for character in text if " " <= character <= "~" or character in "\r\n\t")
    return latin > 0.7 * len(text) or _frequent_share(text) >= 0.1


def _frequent_share(text):
    return sum(character in FREQUENT_HAN for character in text) / len(text)


NARROW = [
    ("utf-8", "utf-8", _is_clean),
    ("gb18030", "gb18030", _reads_as_chinese),
    ("cp1252", "latin-1", _reads_as_latin),
]
WIDE = [("utf-16-le", "utf-16", _reads_as_wide), ("utf-16-be", "utf-16", _reads_as_wide)]
