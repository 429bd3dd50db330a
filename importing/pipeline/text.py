"""Small questions about a string: its words, its sentences, its script."""

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HAN_CHARACTER = re.compile(f"[{HAN}]")
WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[’'-][^\W_{HAN}]+)*")

# A full stop after these is no end of a sentence.
ABBREVIATIONS = {
    *("dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "etc", "fig", "no", "approx", "al", "ca"),
    *("inc", "ltd", "dept", "vol", "ed", "eds", "cf", "u.s", "u.k"),
}
SENTENCE_END = re.compile(r"[。！？]+[”’」』）)]*|[.!?]+[\"”’)]*(?=\s+[^a-z\s]|\s*$)")
SAMPLE = 400
TERMINAL = (".", "。", "!", "！", ";", "；", ",", "，", "、")
QUESTION_MARKS = ("?", "？")


def words(text):
    """Give the words (list of str) of `text`; each Chinese character counts as one."""
    return WORD.findall(text)


def han_share(text):
    """Give the share (0 to 1) of Chinese characters among the letters of `text`, 0 when it has none."""
    letters = sum(1 for character in text if character.isalpha())
    return len(HAN_CHARACTER.findall(text)) / letters if letters else 0.0


def is_chinese(text):
    """Whether `text` reads as Chinese (bool): a third of its first letters are Chinese characters."""
    return han_share(text[:SAMPLE]) >= 1 / 3


def sentence_bounds(text):
    """Give the (start, end) offsets of the sentences of `text`, in order."""
    bounds, start = [], 0
    for match in SENTENCE_END.finditer(text):
        if _is_abbreviation(text, match):
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return [(_skip_space(text, begin, end), end) for begin, end in bounds]


def sentences(text):
    """Give the sentences (list of str) of `text`."""
    return [text[start:end].strip() for start, end in sentence_bounds(text)]


def is_question(text):
    """Whether `text` ends as a question (bool)."""
    return text.rstrip(' "”’)）').endswith(QUESTION_MARKS)


def cut_at_word(text, limit):
    """Give `text` (str) in at most `limit` characters, cut where a word ends when it can be."""
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head[:limit]).rstrip(" ,;:，；：")


def _is_abbreviation(text, match):
    if not match.group().startswith("."):
        return False
    last = re.split(r"[\s(（]", text[max(0, match.start() - 12) : match.start()])[-1]
    return last.lower() in ABBREVIATIONS or (len(last) == 1 and last.isupper())


def _skip_space(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    return start
