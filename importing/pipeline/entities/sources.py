"""Publications that a text says it draws on, and how much of the text that covers."""

import re

from ..records import Heading, SourceMention

ENCYCLOPEDIA = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+ ){0,3}Encyclop(?:a)?edia(?: [A-Z][\w’'-]+){0,2}|Wikipedia"
    r"|[\u4e00-\u9fff]{0,4}百科(?:全书)?)"
)
LEADING = re.compile(r"^(?:The|An?|From|In|According|By) ")
# "The following comes from X" covers what stands after it; a mention at the end covers what stands before.
AHEAD = re.compile(r"\b(?:following|below|introduction from|excerpt|next)\b|以下|下面|下文", re.IGNORECASE)


def find_sources(page, passages):
    """Give the SourceMentions in `passages` (list of Passage), each with the lines it covers; note each."""
    mentions = [(passage, match) for passage in passages for match in ENCYCLOPEDIA.finditer(passage.text)]
    lines = [passage.line_at(match.start()) for passage, match in mentions]
    found = []
    for (passage, match), line, following in zip(mentions, lines, [*lines, None][1:], strict=True):
        title = LEADING.sub("", match["name"]).strip()
        covers = _covers(page, passage, match, line, following)
        found.append(SourceMention(title, "encyclopedia", line, covers))
        page.ledger.flagged(
            line,
            match["name"],
            "source",
            title=title,
            first=covers[0],
            last=covers[1],
            line_end=max(covers[1], line),
        )
    return found


def _covers(page, passage, match, line, following):
    if AHEAD.search(passage.text[max(0, match.start() - 80) : match.start()]):
        return line, _last_line_ahead(page, line, following)
    return passage.line, line


def _last_line_ahead(page, line, following):
    """Up to the next mention, else up to the line before the next heading."""
    if following and following > line:
        return following
    headings = [block.passage.line for block in page.blocks if isinstance(block, Heading)]
    end = min([number for number in headings if number > line], default=page.lines[-1].number + 1)
    return max([entry.number for entry in page.lines if entry.number < end], default=line)
