"""The demonstration explains words in both languages."""

from demo.content_files import read_table
from pages.glossary.explaining import explain
from pages.models import GlossaryTerm


def test_each_word_is_explained_in_both_languages(loaded):
    for term in GlossaryTerm.objects.filter(locale__language_code="en"):
        twin = GlossaryTerm.objects.get(translation_key=term.translation_key, locale__language_code="zh-hans")
        assert term.explanation != twin.explanation
    assert GlossaryTerm.objects.count() == 2 * len(read_table("glossary"))


def test_its_forms_are_found(loaded):
    assert "popovertarget" in explain("<p>Two randomized controlled trials.</p>", "en")
    assert "popovertarget" in explain("<p>一项随机对照试验。</p>", "zh-hans")
