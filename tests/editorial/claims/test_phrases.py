"""The language in which editors write phrases."""

import pytest

from editorial.claims.phrases import PhraseError, compile_phrase


def matches(phrase, text, language="en"):
    """Whether the phrase is found in the text."""
    return bool(compile_phrase(phrase, language).find(text, text.lower()))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cure", "A CURE at last"),
        ("improv*", "it improves"),
        ("cur(e|es|ing)", "curing"),
        ("side effect free", "a side-effect-free tea"),
        ("[very] safe", "safe"),
        ("is [very] safe", "is very safe"),
        ("is [very] safe", "is safe"),
        ("treat ... cause", "treat the real and hidden cause"),
        ("# (mg|ml)", "take 2.5 mg"),
        ("(take|use) [the] # times", "use the three times"),
        ("our clinic", "our clinic's offer"),
    ],
)
def test_a_phrase_finds_what_it_describes(phrase, text):
    assert matches(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cure", "an obscure rule"),
        ("cure", "a manicure"),
        ("treat ...2 cause", "treat the one two three cause"),
        ("treat ... cause", "treat. The cause"),
        ("is [very] safe", "is not safe"),
    ],
)
def test_a_phrase_leaves_other_words_alone(phrase, text):
    assert not matches(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("根治", "可以根治", True),
        ("逆转...4病", "逆转这种病", True),
        ("逆转...2病", "逆转这一种很重的病", False),
        ("研究...表明", "研究，表明", False),
        ("每#小时", "每六小时", True),
        ("效果[很]好", "效果好", True),
    ],
)
def test_chinese_phrases_count_characters(phrase, text, found):
    assert matches(phrase, text, "zh") is found


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "(cure",
        "cure)",
        "()",
        "(a|)",
        "[a]",
        "... cure",
        "a ...99 b",
        "cure+",
        "cure?",
        "\\w",
        "a{9}",
        "x" * 601,
    ],
)
def test_what_cannot_be_read_is_refused_with_words(phrase):
    with pytest.raises(PhraseError, match=r"\w+ \w+"):
        compile_phrase(phrase, "en")


def test_brackets_have_a_limit():
    with pytest.raises(PhraseError, match="deeply"):
        compile_phrase("(" * 30 + "a" + ")" * 30, "en")


def test_a_star_means_nothing_in_chinese():
    with pytest.raises(PhraseError, match="star"):
        compile_phrase("治*", "zh")
