"""What settles a hit: a citation in the sentence or the paragraph."""

import pytest

from editorial.claims.citations import is_cited

from .rules import rules_of


@pytest.mark.parametrize(
    "text",
    [
        "It helps [1].",
        "It helps [2, 5-7].",
        "It helps (Smith 2020).",
        "It helps (Smith & Jones, 2019a).",
        "It helps (Smith et al., 2020; Lee 2018).",
        "有效（王敏等，2015）。",
        "有效［3］。",
        "It helps.¹²",
        "It helps [[cite:12]].",
        'It helps <a linktype="source" id="12">[*]</a>.',
        'It helps <a id="12" linktype="source">[*]</a>.',
        "It helps, doi:10.1000/182.",
        "It helps, PMID: 123456.",
    ],
)
def test_these_are_citations(text):
    assert is_cited(text)


@pytest.mark.parametrize(
    "text",
    ["a body mass of 25 kg/m²", "10⁶ cells", "in spring (June 2020)", "item (a)", "[sic]", "5 (of 10)"],
)
def test_these_are_none(text):
    assert not is_cited(text)


@pytest.mark.parametrize("text", ["Studies show that it helps.", "研究表明它有帮助。"])
def test_studies_without_a_source_block(text):
    assert rules_of(text) == {"citation"}


def test_a_source_in_the_same_paragraph_settles_studies():
    assert not rules_of("Studies show that it helps. The effect is small [3].")
    assert rules_of("Studies show that it helps.\n\nThe effect is small [3].") == {"citation"}


def test_a_cure_needs_its_source_in_the_same_sentence():
    assert not rules_of("Surgery cures some hernias [3].")
    assert "cure" in rules_of("Surgery cures all hernias. It takes an hour [3].")


def test_no_source_settles_a_dose_or_an_offer():
    assert rules_of("Take 20 mg at night [3].") == {"dosage"}
    assert rules_of("Book your consultation today [3].") >= {"own_service"}
