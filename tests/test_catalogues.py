"""Every text a person sees is there in every language."""

import re
import string

import polib
import pytest

from scripts.catalogues import LANGUAGES, catalogue, extract

NAMED = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def entries(language):
    return [entry for entry in polib.pofile(str(catalogue(language))) if not entry.obsolete]


def texts(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def placeholders(text):
    braces = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
    return set(NAMED.findall(text)) | braces


@pytest.mark.needs("msgfmt")
def test_the_catalogue_holds_every_text_of_the_code(language, entries):
    missing = {entry.msgid for entry in extract(language)} - {entry.msgid for entry in entries}
    assert not missing


def test_every_text_is_translated(entries):
    assert [entry.msgid for entry in entries if not all(texts(entry)) or entry.fuzzy] == []


def test_translations_keep_the_placeholders(entries):
    wrong = [
        entry.msgid
        for entry in entries
        for text in texts(entry)
        if placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one(language, entries):
    compiled = {e.msgid: e.msgstr for e in polib.mofile(str(catalogue(language).with_suffix(".mo")))}
    written = {entry.msgid: entry.msgstr for entry in entries}
    assert {key: text for key, text in compiled.items() if written.get(key) != text and text} == {}
