"""Find the title, the section before it and the reader's question after it; never invent a title silently."""

import re

from .numbering import marker_of
from .records import Passage
from .shapes import FIRST_PERSON, fits_heading, fits_title, is_question_line, is_section_name
from .text import cut_at_word, is_chinese, is_question, sentences, words

TITLE_LABEL = re.compile(r"(?:title|标题|题目)\s*[:：]\s*(?=\S)", re.IGNORECASE)
QUESTION_LABEL = re.compile(
    r"(?:q|question|reader'?s question|patient asks|ask|问|问题|提问|患者提问|咨询)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
ANSWER_LABEL = re.compile(
    r"(?:a|answer|reply|the doctor answers|答|回答|答复|解答|医生回答|专家解答)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
MOST_QUESTION_LINE = 600
LONGEST_PROPOSAL = 120
SMALL_WORDS = {"a", "an", "and", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def take_title(page, lines, taken, trail):
    """Find the title at the head of `lines` (list of Line) and write it into `page` (a ParsedPage).

    `taken`: numbers of the furniture lines; `trail`: the old site's trail of pages. Give the lines left.
    """
    page.section = trail[-1] if trail else ""
    head = _title_candidates(lines)
    if not head:
        return lines
    title = _choose(page, head, lines, taken)
    left = [line for line in lines if line is not title and line not in head[: head.index(title)]]
    _set_title(page, title)
    return _drop_repeats(page, left)


def take_question(page, lines):
    """Take the reader's question under the title out of `lines` and into `page`. Give the lines left."""
    if not lines:
        return lines
    first = lines[0]
    label = QUESTION_LABEL.match(first.text)
    if not label and not (page.title_passage and _is_readers_question(first, lines)):
        return lines
    text = first.text[label.end() :] if label else first.text
    _drop_label(page, first, label)
    page.ledger.changed(first.number, text, text, "question")
    page.question = Passage.of(text, first.number)
    return _without_answer_label(page, lines[1:])


def drop_question_labels(page, lines):
    """Leave out the "Q:" and "A:" that stand before questions and answers further down. Give the lines."""
    labels = [(line, QUESTION_LABEL.match(line.text) or ANSWER_LABEL.match(line.text)) for line in lines]
    found = [(line, label) for line, label in labels if label]
    if len(found) >= 2:
        for line, label in found:
            _drop_label(page, line, label)
            line.text = line.text[label.end() :]
            line.gap = True
    return lines


def propose_title(page, lines, headings):
    """Give `page` a title to be confirmed: its first question, its first heading, or its first words."""
    for passage, reason in _proposals(page, lines, headings):
        page.title = cut_at_word(passage.text, LONGEST_PROPOSAL).rstrip(".。")
        page.title_is_proposed = True
        page.title_is_question = is_question(page.title)
        page.ledger.proposed(passage.line, passage.text, page.title, reason)
        return


def _title_candidates(lines):
    """The title-like lines before the first line of running text; at most three."""
    head = []
    for line in lines[:3]:
        if not fits_title(TITLE_LABEL.sub("", line.text)) or QUESTION_LABEL.match(line.text):
            break
        if head and marker_of(line.text):
            break
        head.append(line)
    return head if len(lines) > len(head) or len(head) == 1 else head[:1]


def _choose(page, head, lines, taken):
    """Give the title among the candidates; the one before it may name the section."""
    first = head[0]
    if len(head) == 1 or page.section:
        return first
    framed = first.number - 1 in taken and any(first.number < number < head[1].number for number in taken)
    if framed or _is_section_of(first, head[1], lines):
        page.section = first.text
        page.ledger.changed(first.number, first.text, "", "section")
        return head[1]
    return first


def _is_section_of(section, title, lines):
    """Whether the first line names the section of the second, which no other heading seems to belong to."""
    if is_question(section.text) or is_question(title.text) or not _names_part_of(section.text, title.text):
        return False
    rest = lines[lines.index(title) + 1 :]
    return not any(fits_heading(line.text) and _names_part_of(section.text, line.text) for line in rest)


def _names_part_of(section, title):
    """Whether `title` says all that `section` says, and more (bool)."""
    small = {word for word in map(str.lower, words(section)) if word not in SMALL_WORDS}
    large = {word for word in map(str.lower, words(title)) if word not in SMALL_WORDS}
    return len(small) >= 2 and small < large


def _set_title(page, line):
    label = TITLE_LABEL.match(line.text)
    text = line.text[label.end() :] if label else line.text
    if label:
        page.ledger.changed(line.number, label.group().strip(), "", "title_label")
    page.title = text
    page.title_passage = Passage.of(text, line.number)
    if is_question(text):
        page.title_is_question = True
        page.ledger.proposed(line.number, text, text, "question_title")


def _drop_repeats(page, lines):
    for line in [line for line in lines[:3] if line.text == page.title]:
        page.ledger.removed(line.number, line.text, "repeated_title")
        lines = [other for other in lines if other is not line]
    return lines


def _is_readers_question(line, lines):
    """Several sentences, or the reader's own voice, that end in a question, with an answer after them."""
    text = line.text
    if not is_question(text) or len(text) > MOST_QUESTION_LINE or len(lines) < 2:
        return False
    return len(sentences(text)) >= 2 or _tells_then_asks(text) or _asks_at_length(text)


def _asks_at_length(text):
    return bool(FIRST_PERSON.search(text)) and len(words(text)) > 14


def _tells_then_asks(text):
    return is_chinese(text) and "，" in text and len(text) >= 20


def _drop_label(page, line, label):
    if label:
        page.ledger.changed(line.number, label.group().strip(), "", "question_label")


def _without_answer_label(page, lines):
    label = ANSWER_LABEL.match(lines[0].text) if lines else None
    if label:
        _drop_label(page, lines[0], label)
        lines[0].text = lines[0].text[label.end() :]
    return lines


def _proposals(page, lines, headings):
    if page.question:
        yield page.question, "title_from_question"
    for line in lines:
        start = 0
        for sentence in sentences(line.text):
            start = line.text.find(sentence, start)
            if is_question_line(sentence):
                yield Passage.of(sentence, line.number), "title_from_question"
    for heading in headings:
        if fits_heading(heading.passage.text) and not is_section_name(heading.passage.text):
            yield heading.passage, "title_from_heading"
    for line in lines[:1]:
        yield Passage.of(sentences(line.text)[0], line.number), "title_from_text"
    yield Passage.of(page.name, 0), "title_from_name"
