"""The two kinds of claim that no phrase alone shows.

Each detector takes a Rule and a Reading and yields (index of the sentence, start, end, language).
"""

from collections import Counter

from .rulebook import context_data
from .terms import Detector

# The text must be clearly about one region before another one in it looks like a slip.
MIN_MENTIONS = 4
MAX_STRAY = 1
LEAD = 40


def rhetorical_questions(rule, reading):
    """Yield questions about cure that the text answers with a cheer: “Is it incurable? Of course not!”"""
    for index, sentence in enumerate(reading.sentences[:-1]):
        if not sentence.is_question:
            continue
        answer = reading.sentences[index + 1]
        for language in reading.languages[index]:
            if _is_cheered(rule, language, sentence.text, answer.text[:LEAD]):
                yield index, sentence.start, answer.end, language


def _is_cheered(rule, language, question, answer):
    cues = context_data()["cues"][language]
    if _any(cues["incurable"], question):
        return _starts(cues["denial"], answer)
    return _any(rule.claims[language], question) and _starts(cues["affirmation"], answer)


def stray_regions(_rule, reading):
    """Yield single mentions of one part of the body in a text that is plainly about its neighbour."""
    for language in sorted({key for keys in reading.languages for key in keys}):
        for group in context_data()["regions"][language]:
            yield from _strays_of_group(reading, language, group)


def _strays_of_group(reading, language, group):
    mentions = [
        (index, name, sentence.start + match.start(), sentence.start + match.end())
        for index, sentence in enumerate(reading.sentences)
        for name, phrases in group.items()
        for phrase in phrases
        for match in phrase.find(sentence.text, reading.lowered[index])
    ]
    counts = Counter(name for _index, name, _start, _end in mentions)
    main = counts.most_common(1)[0][0] if counts else None
    if not main or counts[main] < MIN_MENTIONS or sum(counts.values()) - counts[main] > MAX_STRAY:
        return
    with_main = {index for index, name, _start, _end in mentions if name == main}
    for index, name, start, end in mentions:
        # A sentence that names both compares them.
        if name != main and index not in with_main:
            yield index, start, end, language


def _any(phrases, text):
    lowered = text.lower()
    return any(phrase.find(text, lowered) for phrase in phrases)


def _starts(phrases, text):
    lowered = text.lower()
    found = [match.start() for phrase in phrases for match in phrase.find(text, lowered)]
    return bool(found) and min(found) <= 3


DETECTORS = {Detector.RHETORICAL: rhetorical_questions, Detector.REGION: stray_regions}
