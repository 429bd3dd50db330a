"""Bytes become text, or a plain reason."""

import pytest

from importing.pipeline import MAX_BYTES, Refused, decode

ENGLISH = "Swimming is gentle. It’s good for the knees, and the café is open.\n" * 3
CHINESE = "游泳对膝盖有好处，因为水可以托住身体。\n我们要在温水里游，这样人不会觉得冷。\n" * 3
LATIN = "Schwimmen schont die Knie für viele Menschen, während Kälte sie steif macht. Übung hilft.\n" * 3


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, LATIN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_gb18030_is_recognised():
    assert decode(CHINESE.encode("gb18030")) == (CHINESE, "gb18030")


def test_latin_1_is_recognised():
    assert decode(LATIN.encode("latin-1")) == (LATIN, "latin-1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"text\x00more text", "null bytes"),
        (b"\x7fELF" + bytes(range(256)) * 4, "null bytes"),
        (bytes(range(1, 256)) * 20, "binary"),
        (b"%PDF-1.7 text", "binary"),
        (b"PK\x03\x04 text", "binary"),
        ("日本語のテキストです。".encode("shift_jis") * 20, "encoding"),
        (b"\xff\xfea", "UTF-16"),
        (b"<!DOCTYPE html><p>Text</p>", "HTML"),
        (b'<?xml version="1.0"?><rss></rss>', "HTML"),
        (b"Words <p>one</p> <p>two</p> <div>three</div>", "HTML"),
        (b"{\\rtf1 text}", "HTML"),
    ],
)
def test_what_is_no_plain_text_is_refused_with_a_reason(data, reason):
    with pytest.raises(Refused, match=reason):
        decode(data)


def test_too_large_a_file_is_refused():
    with pytest.raises(Refused, match="too large"):
        decode(b"a" * (MAX_BYTES + 1))


def test_the_largest_file_is_read():
    assert len(decode(b"word " * (MAX_BYTES // 5))[0]) == MAX_BYTES // 5 * 5
