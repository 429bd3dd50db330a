"""Lines to units: broken lines joined, one-line texts cut at their own questions, headings found."""

from .numbering import marker_of
from .records import Passage
from .sequences import Unit
from .shapes import fits_heading, is_question_line, is_section_name
from .text import TERMINAL, is_chinese, is_question, sentence_bounds, words

SHORTEST_BROKEN_LINE = 50
ONE_LINE_WORDS = 100
BODY_WORDS = 12
BODY_HAN = 24


def make_units(lines, ledger):
    """Give the units (list of Unit) of `lines` (list of Line), with headings marked."""
    units = _joined(lines, ledger)
    if len(units) == 1 and len(words(units[0].passage.text)) >= ONE_LINE_WORDS:
        units = _cut_at_questions(units[0], ledger)
    units = [piece for unit in units for piece in _cut_note_after_question(unit)]
    _mark_headings(units)
    return units


def _joined(lines, ledger):
    units = []
    for line in lines:
        passage = Passage.of(line.text, line.number)
        if units and _continues(units[-1].passage.text, line):
            ledger.changed(line.number, line.text, line.text, "joined_lines")
            units[-1].passage = units[-1].passage.then(passage)
        else:
            units.append(Unit(passage, line.gap))
    return units


def _continues(before, line):
    """Whether a line goes on with a sentence that the line before it broke off."""
    if line.gap or len(before) < SHORTEST_BROKEN_LINE or before.endswith((*TERMINAL, ":", "：", "?", "？")):
        return False
    return line.text[0].islower() and not marker_of(line.text)


def _cut_at_questions(unit, ledger):
    """Cut the only line of a text before each of its questions that does not follow another one."""
    passage, starts, after_question = unit.passage, [0], True
    for start, end in sentence_bounds(passage.text):
        asks = is_question_line(passage.text[start:end])
        if asks and not after_question:
            starts.append(start)
        after_question = asks
    if len(starts) == 1:
        return [unit]
    pieces = [
        passage.part(start, end) for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True)
    ]
    for piece in pieces[1:]:
        question = piece.text[: sentence_bounds(piece.text)[0][1]]
        ledger.changed(piece.line, question, question, "split_paragraph")
    return [Unit(piece, gap=True) for piece in pieces]


def _cut_note_after_question(unit):
    """A question with a note in brackets after it is a heading and a note."""
    text = unit.passage.text
    opening = max(text.find("? ("), text.find("?("), text.find("？（"), text.find("？("))
    if opening < 0 or not text.endswith((")", "）")) or not is_question_line(text[: opening + 1]):
        return [unit]
    return [
        Unit(unit.passage.part(0, opening + 1), unit.gap),
        Unit(unit.passage.part(opening + 1), gap=False),
    ]


def _mark_headings(units):
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else None
        before = units[index - 1] if index else None
        unit.is_heading = bool(following) and _is_heading(unit, before, following)


def _is_heading(unit, before, following):
    text = unit.passage.text
    if marker_of(text) or not fits_heading(text) or (text[0] in "([（【" and text[-1] in ")]）】"):
        return False
    if is_section_name(text) or is_question_line(text):
        return True
    if is_question(text) or text.endswith("!"):
        return False
    if is_body(following.passage.text):
        return (
            following.gap or unit.gap or before is None or is_body(before.passage.text) or before.is_heading
        )
    return _stands_apart(unit, following)


def _stands_apart(unit, following):
    """A short line over another heading or a list: with gaps around it and capitals, or over a sign."""
    text = following.passage.text
    if marker_of(text):
        return True
    return unit.gap and following.gap and fits_heading(text) and _is_capitalised(unit.passage.text)


def is_body(text):
    """Whether `text` is running text (bool), not a heading."""
    count = len(words(text))
    if is_chinese(text):
        return count >= BODY_HAN or text.endswith(("。", "！"))
    return count >= BODY_WORDS or (count >= 5 and text.endswith((".", "!")))


def _is_capitalised(text):
    long_words = [word for word in words(text) if len(word) > 3]
    return is_chinese(text) or all(word[0].isupper() or word[0].isdigit() for word in long_words)
