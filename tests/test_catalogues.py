"""Every text a person sees is there in every language, the texts of Wagtail's admin too."""

import json
import re
import string

import polib
import pytest
from django.utils import translation
from wagtail.admin.views.i18n import js_catalog

from scripts.catalogues import (
    DOMAINS,
    INSTEAD,
    LANGUAGES,
    catalogue,
    extract,
    identity,
    known,
    on_purpose,
    supplement,
    texts,
    upstream_asks,
    upstream_says,
)

pytestmark = pytest.mark.sqlite
NAMED = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"<[^>]+>")
CATALOGUES = [
    path
    for language in LANGUAGES
    for path in [catalogue(language), *(supplement(language, domain) for domain in DOMAINS)]
]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=DOMAINS)
def domain(request):
    return request.param


@pytest.fixture(params=CATALOGUES, ids=lambda path: "/".join(path.parts[-4:]))
def path(request):
    return request.param


@pytest.fixture
def entries(path):
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def placeholders(text):
    braces = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
    return set(NAMED.findall(text)) | braces


def tags(text):
    return sorted(tag.replace(" /", "/") for tag in TAG.findall(text))


@pytest.mark.needs("msgfmt")
def test_the_catalogue_holds_every_text_of_the_code(language):
    missing = {identity(entry) for entry in extract(language)} - known(catalogue(language)).keys()
    assert not missing


def test_every_text_is_translated(entries):
    assert [entry.msgid for entry in entries if not all(texts(entry)) or entry.fuzzy] == []


@pytest.mark.parametrize("parts", [placeholders, tags])
def test_translations_keep_the_placeholders_and_the_markup(entries, parts):
    wrong = [
        entry.msgid
        for entry in entries
        for text in texts(entry)
        if parts(text) != parts(entry.msgid_plural or entry.msgid)
    ]
    assert wrong == []


def test_chinese_texts_have_one_form_for_every_number(entries):
    assert [entry.msgid for entry in entries if entry.msgid_plural and list(entry.msgstr_plural) != [0]] == []


def test_the_compiled_catalogue_is_the_written_one(path, entries):
    compiled = {identity(entry): texts(entry) for entry in polib.mofile(str(path.with_suffix(".mo")))}
    assert compiled == {identity(entry): texts(entry) for entry in entries}


def test_every_text_of_wagtail_has_a_translation(language, domain):
    told = upstream_says(language, domain).keys() | known(supplement(language, domain)).keys()
    missing = [text for context, text in upstream_asks(domain) if (context, text) not in told]
    assert not missing, f"Run `python -m scripts.catalogues` and translate what Wagtail left: {missing}"


def test_the_supplement_holds_only_what_wagtail_lacks(language, domain):
    said, asked = upstream_says(language, domain), upstream_asks(domain)
    needless = [
        entry.msgid
        for name, entry in known(supplement(language, domain)).items()
        if name not in asked or (name in said and not on_purpose(entry))
    ]
    assert not needless, f"Run `python -m scripts.catalogues`: Wagtail itself has by now {needless}"


def test_what_we_say_instead_of_wagtail_is_what_wagtail_still_says(language, domain):
    said = upstream_says(language, domain)
    for name, entry in known(supplement(language, domain)).items():
        if on_purpose(entry):
            theirs = entry.tcomment.splitlines()[0].removeprefix(INSTEAD)
            assert {text.strip() for text in said.get(name, ())} == {theirs}, f"Wagtail changed {name[1]!r}"


def test_the_supplement_is_heard_in_the_admin_and_its_scripts(rf):
    with translation.override("zh-hans"):
        assert translation.gettext("Search all pages…") == "搜索所有页面…"
        assert json.dumps("更改已自动保存。") in js_catalog(rf.get("/")).content.decode()
