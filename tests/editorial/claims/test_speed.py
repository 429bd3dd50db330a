"""No text and no phrase makes the check slow."""

import time

import pytest

from editorial.claims import check_text, seed_rulebook
from editorial.claims.rulebook import context_data
from editorial.claims.sentences import split_sentences

SIZE = 100_000
HOSTILE = {
    "one letter": "a" * SIZE,
    "no full stop": "significantly " * (SIZE // 14),
    "many cures": "cure, " * (SIZE // 6),
    "many nots": "no not never " * (SIZE // 13),
    "open brackets": "[" * SIZE,
    "open tags": "<a " * (SIZE // 3),
    "superscripts": "¹" * SIZE,
    "spaces": " " * SIZE,
    "newlines": "a\n" * (SIZE // 2),
    "full stops": "." * SIZE,
    "hyphens": "side-" * (SIZE // 5),
    "digits": "1" * SIZE,
    "chinese": "根" * SIZE,
    "chinese claims": "研究表明根治" * (SIZE // 6),
    "quotes": "“" * SIZE,
}


def phrases():
    """Every phrase of the shipped rules and cues."""
    for rule in seed_rulebook().rules:
        for found in (*rule.claims.values(), *rule.harmless.values()):
            yield from found
    for cues in context_data()["cues"].values():
        for found in cues.values():
            yield from found


def slowest(text):
    """The longest time (s) that one phrase needs for a text, sentence by sentence as the engine asks."""
    pieces = [(sentence.text, sentence.text.lower()) for sentence in split_sentences(text)]
    times = []
    for phrase in set(phrases()):
        start = time.process_time()
        for piece, lowered in pieces:
            phrase.find(piece, lowered)
        times.append(time.process_time() - start)
    return max(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_phrase_needs_50_ms_for_100_kb(name):
    assert slowest(HOSTILE[name]) < 0.05


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_checked_in_seconds(name):
    start = time.process_time()
    check_text(HOSTILE[name], rulebook=seed_rulebook())
    assert time.process_time() - start < 5
