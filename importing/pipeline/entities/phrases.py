"""The name that a text keeps coming back to: counted, not guessed from one place."""

import re
from collections import Counter

from ..text import sentences
from .words import STOP_WORDS

TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
MOST_LEFT = 4
MOST_RIGHT = 3
TITLE_WEIGHT = 4
LEFT_SHARE = 0.6


def english_phrases(text, is_head, stop_words=STOP_WORDS):
    """Count the noun phrases (Counter of tuples of lower-case words) of `text` built on a head noun.

    `is_head(word)`: bool. "A B head" and "A head of the C D" are both counted, with every shorter left part.
    """
    counts = Counter()
    for sentence in sentences(text):
        tokens = [token.lower() for token in TOKEN.findall(sentence)]
        for index, token in enumerate(tokens):
            if is_head(token):
                counts.update(_phrases_at(tokens, index, stop_words))
    return counts


def best_phrase(counts, is_bare, least=2):
    """Give the phrase (tuple of str) that best names what a text is about, or None.

    `is_bare(phrase)`: whether it says too little (bool); `least`: how often it must occur.
    """
    scored = [
        (count * (1 + 0.5 * min(len(phrase) - 1, 4)), len(phrase), phrase)
        for phrase, count in counts.items()
        if count >= least and not is_bare(phrase)
    ]
    return max(scored)[2] if scored else None


def chinese_phrases(text, suffixes, longest=10):
    """Count the strings (Counter of str) of `text` that end with one of `suffixes` (a regular expression)."""
    counts = Counter()
    for match in re.finditer(f"(?={suffixes})", text):
        end = match.start() + len(re.match(suffixes, text[match.start() :]).group())
        run = CHINESE_RUN.search(text[max(0, end - longest) : end])
        for length in range(2, len(run.group()) + 1 if run else 0):
            counts[run.group()[-length:]] += 1
    return counts


def best_chinese(counts, bare, least=2):
    """Give the string that best names what a Chinese text is about, or "": the commonest, grown leftwards."""
    roots = [(count, len(phrase), phrase) for phrase, count in counts.items() if phrase not in bare]
    roots = [root for root in roots if root[0] >= least and root[1] <= 4]
    if not roots:
        return ""
    count, _length, phrase = max(roots)
    while True:
        longer = [(n, text) for text, n in counts.items() if text[1:] == phrase and n >= LEFT_SHARE * count]
        if not longer:
            return phrase
        phrase = max(longer)[1]


def running_case(phrase, text):
    """Give `phrase` (str) as a name, with capitals at its start and where `text` has them in sentences."""
    words = phrase.split(" ")
    if all(word[:1].isupper() for word in words if len(word) > 3):
        words = [word if _is_proper(word, text) else word.lower() for word in words]
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def _is_proper(word, text):
    """A word is a name when it has capitals inside, or a capital in the middle of a sentence."""
    if word[1:] != word[1:].lower():
        return True
    return bool(re.search(rf"\b[a-z]+ {re.escape(word)}\b(?! [A-Z])", text)) and word[:1].isupper()


# Function characters and verbs end a Chinese name on the left.
_NAME_CHARACTER = (
    r"[^\W_\d的了是在和与或及对把被将从到因由以而且并等为有患得如若使让给治疗预防导致引起出现发生可能]"
)
CHINESE_RUN = re.compile(rf"(?<!{_NAME_CHARACTER}){_NAME_CHARACTER}+$")


def _phrases_at(tokens, index, stop_words):
    left = index
    while left > 0 and index - left < MOST_LEFT and _is_name_word(tokens[left - 1], stop_words):
        left -= 1
    for start in range(left, index + 1):
        base = tuple(tokens[start : index + 1])
        yield base
        yield from _with_of(tokens, index, base, stop_words)


def _with_of(tokens, index, base, stop_words):
    after = index + 1
    if tokens[after : after + 1] != ["of"]:
        return
    words = ["of", "the"] if tokens[after + 1 : after + 2] == ["the"] else ["of"]
    after += len(words)
    for end in range(after, min(after + MOST_RIGHT, len(tokens))):
        if not _is_name_word(tokens[end], stop_words):
            return
        words.append(tokens[end])
        yield (*base, *words)


def _is_name_word(token, stop_words):
    return token[0].isalnum() and token not in stop_words
