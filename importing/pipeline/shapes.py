"""Does a line look like a heading, a question, a label? Questions about one line, without its neighbours."""

import re

from .text import TERMINAL, is_chinese, is_question, sentence_bounds, words

LONGEST_HEADING = 200
MOST_HEADING_WORDS = 14
MOST_HEADING_HAN = 30
MOST_QUESTION_WORDS = 24
MOST_QUESTION_HAN = 40

# Section names of any text about health; on their own they are headings, never titles.
SECTION_NAMES = {
    *("introduction", "overview", "background", "summary", "conclusion", "conclusions", "references"),
    *("symptoms", "causes", "diagnosis", "treatment", "treatments", "prevention", "outlook", "prognosis"),
    *("risk factors", "complications", "definition", "abstract", "discussion", "results", "methods"),
    *("faq", "further reading", "key points", "takeaway", "final thoughts", "in summary", "sources"),
    *(
        "引言",
        "前言",
        "简介",
        "概述",
        "介绍",
        "总结",
        "结论",
        "小结",
        "结语",
        "病因",
        "症状",
        "诊断",
        "治疗",
        "预防",
    ),
    *("预后", "参考文献", "并发症", "定义", "摘要", "背景", "注意事项", "危险因素"),
}
CLOSING_NAMES = {
    *("conclusion", "conclusions", "summary", "references", "outlook", "prognosis", "takeaway", "sources"),
    *("final thoughts", "in summary", "further reading", "key points", "prevention"),
    *("总结", "结论", "小结", "结语", "参考文献", "预后", "预防"),
}
QUESTION_START = re.compile(
    r"(?:(?:so|but|and|then|now|well)[, ]+)?(?:what|why|how|when|where|which|who|whose|can|could|do|does"
    r"|did|is|are"
    r"|was|were|will|would|should|may|might|must|has|have)\b",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?P<label>[^:：.。!！?？;；\n]{1,80}?)(?<!\s)\s*[:：]\s*(?=\S)")
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our)\b|我|家人")


def name_key(text):
    """Give `text` in the form in which section names are compared."""
    return text.strip(" :：?？.。").lower()


def is_section_name(text):
    """Whether `text` is a usual name of a section (bool), such as a summary."""
    return name_key(text) in SECTION_NAMES


def is_closing_name(text):
    """Whether `text` names a section that closes a page (bool)."""
    return name_key(text) in CLOSING_NAMES


def fits_heading(text):
    """Whether `text` has the size and the ending of a heading (bool)."""
    if len(text) > LONGEST_HEADING or text.endswith((*TERMINAL, "…", "...")) or not text[:1].strip():
        return False
    if text.endswith((":", "：")):
        return len(words(text)) <= (8 if is_chinese(text) else 4)
    if is_question(text):
        return is_question_line(text)
    if len(sentence_bounds(text)) > 1 or text[0].islower():
        return False
    count = len(words(text))
    return 0 < count <= (MOST_HEADING_HAN if is_chinese(text) else MOST_HEADING_WORDS)


def is_question_line(text):
    """Whether `text` is one question and nothing else (bool)."""
    if not is_question(text) or len(sentence_bounds(text)) != 1:
        return False
    if is_chinese(text):
        return len(words(text)) <= MOST_QUESTION_HAN and not re.search("[，；。]", text[:-12])
    return len(words(text)) <= MOST_QUESTION_WORDS and bool(QUESTION_START.match(text))


def fits_title(text):
    """Whether `text` has the size and the ending of a title (bool): a heading or a longer question."""
    if len(text) > LONGEST_HEADING or is_section_name(text) or text.endswith((*TERMINAL, ":", "：")):
        return False
    if text.endswith(("…", "...")):
        return False
    limit = 60 if is_chinese(text) else 24
    return 0 < len(words(text)) <= limit and len(sentence_bounds(text)) <= (2 if is_question(text) else 1)


def split_label(text):
    """Give the offsets (end of the label, start of the rest) in "Label: text", or None."""
    match = LABEL.match(text)
    if not match or text[match.end() : match.end() + 2] == "//":
        return None
    label = match["label"]
    count = len(words(label))
    if not 0 < count <= (16 if is_chinese(label) else 9) or label[0].islower():
        return None
    if re.search(r"\d$", label) and text[match.end("label") :][1:2].isdigit():
        return None
    return match.end("label"), match.end()
