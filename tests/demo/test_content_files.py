"""Content files are readable by people and say what is wrong with them."""

import re

import pytest

from demo.content_files import CONTENT, LANGUAGES, ContentError, page_paths, read_page, read_table

KINDS = ("people", "standard", "treatments", "conditions", "articles")
FILES = [read_page(path) for kind in KINDS for language in LANGUAGES for path in page_paths(kind, language)]
ONLY_ENGLISH = {"reading-a-medicine-leaflet", "stem-cells-and-discs-where-research-stands"}
ONLY_CHINESE = {"preparing-for-a-clinic-visit"}
SHARED_FIELDS = ("picture", "authors", "sources", "conditions", "treatments", "related", "codes", "format")
CITATION = re.compile(r"\[\^([a-z0-9-]+)\]")


def slugs(kind, language):
    return {path.stem for path in page_paths(kind, language)}


def twins():
    by_key = {file.key: file for file in FILES}
    pairs = ((file, by_key.get(file.key.replace("en/", "zh-hans/", 1))) for file in FILES)
    return [(file, twin) for file, twin in pairs if twin and twin is not file]


def text_of(file):
    return str(file.head.get("options", "")) + "".join(file.sections.values())


def write(tmp_path, text):
    path = tmp_path / "en" / "articles" / "page.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_a_head_and_named_sections(tmp_path):
    file = read_page(write(tmp_path, '+++\ntitle = "A"\n+++\nFirst.\n@risks\nSecond.\n'))
    assert (file.key, file.head, file.sections) == (
        "en/articles/page",
        {"title": "A"},
        {"body": "First.", "risks": "Second."},
    )


def test_a_file_without_a_head_is_named_in_the_error(tmp_path):
    with pytest.raises(ContentError, match=r"page\.md: the head"):
        read_page(write(tmp_path, "Only words."))


def test_a_head_that_is_not_toml_is_named_in_the_error(tmp_path):
    with pytest.raises(ContentError, match=r"page\.md: .*line 1"):
        read_page(write(tmp_path, "+++\ntitle = no quotes\n+++\nText."))


def test_there_is_enough_to_look_at():
    counts = {kind: len(slugs(kind, "en")) for kind in ("conditions", "treatments", "articles")}
    assert counts["conditions"] >= 5
    assert counts["treatments"] >= 14
    assert counts["articles"] >= 12


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_both_languages_but_those_named_here(kind):
    assert slugs(kind, "en") - slugs(kind, "zh-hans") <= ONLY_ENGLISH
    assert slugs(kind, "zh-hans") - slugs(kind, "en") <= ONLY_CHINESE


@pytest.mark.parametrize(("english", "chinese"), twins(), ids=lambda file: file.key)
def test_a_translation_refers_to_the_same_things(english, chinese):
    for field in SHARED_FIELDS:
        assert english.head.get(field) == chinese.head.get(field), field
    assert english.sections.keys() == chinese.sections.keys()
    assert sorted(CITATION.findall(text_of(english))) == sorted(CITATION.findall(text_of(chinese)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.key)
def test_every_declared_source_is_cited(file):
    assert set(CITATION.findall(text_of(file))) == set(file.head.get("sources", ()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.key)
def test_no_content_file_gives_a_dose(file):
    assert not re.search(r"\d\s?(mg|ml|g|µg|毫克|毫升|克|片|粒)\b", text_of(file))


def test_tables_of_content_are_toml_and_not_empty():
    for path in CONTENT.glob("**/*.toml"):
        assert read_table(path.relative_to(CONTENT).with_suffix("").as_posix())
