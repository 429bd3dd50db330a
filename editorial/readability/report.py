"""How hard a page is, in words and figures, and which sentences make it so."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from editorial.claims.segments import page_segments
from editorial.claims.sentences import has_chinese, split_sentences

from . import chinese, english

HARDEST_SHOWN = 5
ENOUGH_WORDS = 30
# Shorter ones are captions and mentions, however long their words.
SENTENCE_WORDS = 4
# In the order of the hardest, a hard word weighs as much as so many characters.
HARD_WORD_WEIGHS = 8
NOT_RUNNING_TEXT = ("title", "slug", "seo_title", "names.", "codes.", "search_description")


@dataclass(frozen=True)
class HardSentence:
    """One sentence: the words, where it stands (field in words), and why it is hard (str)."""

    text: str
    label: str
    why: str
    weight: float


@dataclass(frozen=True)
class Reading:
    """How hard the text in one language is: `band` in words, `figures` [(name, value)], hardest sentences.

    `band` is empty while there is too little text to tell.
    """

    language: str
    band: str = ""
    figures: list[tuple[str, str]] = field(default_factory=list)
    hardest: list[HardSentence] = field(default_factory=list)


def readings_of(page):
    """Give [Reading] of what readers of `page` (saved or not) read: one for each language in it."""
    sentences = [
        (sentence.text, segment.label)
        for segment in page_segments(page)
        if not segment.place.startswith(NOT_RUNNING_TEXT)
        for sentence in split_sentences(segment.text)
        if not sentence.is_heading
    ]
    return readings(sentences)


def readings(sentences):
    """Give [Reading] of [(sentence, label)]; a sentence with any Chinese character is Chinese."""
    in_chinese = [item for item in sentences if has_chinese(item[0])]
    in_english = [item for item in sentences if not has_chinese(item[0])]
    found = [_chinese(in_chinese), _english(in_english)]
    return [reading for reading in found if reading]


def _english(sentences):
    counted = [(text, label, *english.count(text)) for text, label in sentences]
    counted = [row for row in counted if row[2]]
    words, parts = sum(row[2] for row in counted), sum(row[3] for row in counted)
    if not words:
        return None
    figures = [(_("Sentences"), str(len(counted))), (_("Words"), str(words))]
    if words < ENOUGH_WORDS:
        return Reading(str(_("English")), figures=figures)
    ease = english.ease(words, len(counted), parts)
    figures += [
        (_("Words per sentence"), f"{words / len(counted):.1f}"),
        (_("Flesch Reading Ease (higher is easier)"), f"{ease:.0f}"),
        (_("Flesch-Kincaid grade (school years)"), f"{english.grade(words, len(counted), parts):.1f}"),
    ]
    hardest = _hardest(_weigh_english(*row) for row in counted if row[2] >= SENTENCE_WORDS)
    return Reading(str(_("English")), str(english.band(ease)), figures, hardest)


def _weigh_english(text, label, words, parts):
    why = _("%(words)d words, %(syllables).1f syllables a word") % {
        "words": words,
        "syllables": parts / words,
    }
    return HardSentence(text, label, why, english.grade(words, 1, parts))


def _chinese(sentences):
    counted = [
        (text, label, chinese.length(text), chinese.hard_words(text))
        for text, label in sentences
        if chinese.length(text)
    ]
    characters, hard = sum(row[2] for row in counted), sum(len(row[3]) for row in counted)
    if not characters:
        return None
    name = str(_("Chinese"))
    figures = [(_("Sentences"), str(len(counted))), (_("Characters"), str(characters))]
    if characters < ENOUGH_WORDS:
        return Reading(name, figures=figures)
    mean, share = characters / len(counted), 100 * hard / characters
    figures += [
        (_("Characters per sentence"), f"{mean:.1f}"),
        (_("Hard words for 100 characters"), f"{share:.1f}"),
    ]
    return Reading(
        name, str(chinese.band(mean, share)), figures, _hardest(_weigh_chinese(*row) for row in counted)
    )


def _weigh_chinese(text, label, characters, hard):
    why = [_("%(characters)d characters") % {"characters": characters}]
    if hard:
        why.append(_("hard words: %(words)s") % {"words": "、".join(dict.fromkeys(hard))})
    return HardSentence(text, label, "; ".join(map(str, why)), characters + HARD_WORD_WEIGHS * len(hard))


def _hardest(sentences):
    return sorted(sentences, key=lambda sentence: -sentence.weight)[:HARDEST_SHOWN]
