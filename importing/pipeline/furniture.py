"""Strip the page's furniture: what a site put around the text. Every line goes to the ledger."""

from collections import Counter
from itertools import groupby

from .furniture_words import (
    ARROW,
    BYLINE,
    COMMENT_FORM,
    COMMENT_HEADING,
    COPYRIGHT,
    ELLIPSIS,
    MENU,
    META,
    NEIGHBOUR,
    NO_NEIGHBOUR,
    OLD_ADDRESS,
    ORIGIN,
    RELATED_HEADING,
    ROW_MARK,
    SEPARATOR,
    SHARE,
    TRAIL_MARK,
    TRAIL_START,
)
from .records import Attribution, PageLink
from .text import TERMINAL, is_chinese, words

LONGEST_FURNITURE = 160
LONGEST_TEASER = 160
MOST_CRUMB_WORDS = 24
LAST_BYLINE_LINE = 12


def strip_furniture(lines, ledger):
    """Take the furniture out of `lines` (list of Line).

    Give (lines left, links: list of PageLink, people: list of Attribution, trail: list of str,
    furniture: set of line numbers taken out).
    """
    work = _Stripper(lines, ledger)
    for step in (work.take_single_lines, work.take_related, work.take_comments, work.take_teasers):
        step()
        work.close_step()
    return work.lines, work.links, work.people, work.trail, work.taken


class _Stripper:
    """The lines left, and what was learned from those taken out."""

    def __init__(self, lines, ledger):
        self.lines = list(lines)
        self.ledger = ledger
        self.links = []
        self.people = []
        self.trail = []
        self.taken = set()
        self.first_signs = Counter(line.text[:1] for line in lines)

    def take_single_lines(self):
        """Take out each line that is furniture whatever stands around it."""
        reasons = [(line, self._single_reason(line)) for line in self.lines]
        for line, reason in reasons:
            if reason:
                self._take(line, reason)

    def take_related(self):
        """Take out the headings of related lists with the titles under them."""
        for index, line in enumerate(self.lines):
            if line.number not in self.taken and RELATED_HEADING.fullmatch(line.text):
                self._take(line, "related_heading")
                for title in _titles_after(self.lines, index):
                    self._link(title, "related")
                    self._take(title, "related_title")

    def take_comments(self):
        """Take out the headings of comment forms with the labels under them."""
        seen_form = False
        for line in self.lines:
            if COMMENT_HEADING.fullmatch(line.text):
                seen_form = True
                self._take(line, "comment_heading")
            elif seen_form and COMMENT_FORM.fullmatch(line.text):
                self._take(line, "comment_form")

    def take_teasers(self):
        """Take out runs of lines that a site cut off: two or more in a row, or one beside page links."""
        for run in _teaser_runs(self.lines):
            if len(run) > 1 or run[0].number - 1 in self.taken:
                for line in run:
                    self._link(line, "related")
                    self._take(line, "teaser")

    def close_step(self):
        """Keep the lines that are left; an empty line before a taken one counts for the next."""
        left, gap = [], False
        for line in self.lines:
            if line.number in self.taken:
                gap = True
                continue
            line.gap, gap = line.gap or gap, False
            left.append(line)
        self.lines = left

    def _single_reason(self, line):
        text = line.text
        if OLD_ADDRESS.match(text):
            return "old_address"
        if len(text) > LONGEST_FURNITURE:
            return ""
        if SEPARATOR.fullmatch(text):
            return "separator"
        if self._is_neighbour(line):
            return self.links[-1].kind
        return self._named_reason(line)

    def _named_reason(self, line):
        text = line.text
        if MENU.fullmatch(text) or self._is_menu_row(text):
            return "menu"
        if SHARE.fullmatch(text):
            return "share"
        if COPYRIGHT.fullmatch(text):
            return "copyright"
        if META.fullmatch(text):
            return "meta"
        if self._is_trail(text):
            return "breadcrumb"
        return self._credit_reason(line)

    def _credit_reason(self, line):
        byline = BYLINE.match(line.text)
        if byline and line.number <= LAST_BYLINE_LINE and not line.text.endswith(TERMINAL):
            self.people.append(Attribution("author", (byline["name"] or byline["by"]).strip(), line.number))
            return "byline"
        return "origin_line" if ORIGIN.match(line.text) else ""

    def _is_neighbour(self, line):
        match = NEIGHBOUR.match(line.text) or self._lone_arrow(line.text)
        if not match or match["title"].endswith((".", "。")):
            return False
        kind = "previous" if match["previous"] else "next"
        title = match["title"].strip()
        self.links.append(PageLink(kind, "" if NO_NEIGHBOUR.fullmatch(title) else title, line.number))
        return True

    def _lone_arrow(self, text):
        """An arrow without a colon: a link when the page has one such arrow, a bullet when it has more."""
        match = ARROW.match(text)
        return match if match and self.first_signs[text[:1]] == 1 else None

    def _is_trail(self, text):
        start = TRAIL_START.match(text)
        rest = text[start.end() :] if start else text
        crumbs = [crumb for crumb in TRAIL_MARK.split(rest) if crumb]
        starts_home = bool(crumbs) and bool(MENU.fullmatch(crumbs[0]))
        if len(crumbs) < 2 or not (start or starts_home) or max(map(_size, crumbs)) > MOST_CRUMB_WORDS:
            return False
        self.trail = [crumb for crumb in crumbs if not MENU.fullmatch(crumb)]
        return True

    @staticmethod
    def _is_menu_row(text):
        cells = [cell for cell in ROW_MARK.split(text) if cell]
        menu_cells = [cell for cell in cells if MENU.fullmatch(cell) or SHARE.fullmatch(cell)]
        return len(cells) >= 2 and len(menu_cells) * 3 >= len(cells) and max(map(_size, cells)) <= 6

    def _link(self, line, kind):
        title = ELLIPSIS.sub("", line.text).strip(" \t-•·*●■")
        self.links.append(PageLink(kind, title, line.number))

    def _take(self, line, reason):
        self.ledger.removed(line.number, line.text, reason)
        self.taken.add(line.number)


def _titles_after(lines, index):
    """Give the run of title-like lines after `lines[index]`, without the heading of a text that follows."""
    run = []
    for line in lines[index + 1 :]:
        if not _is_title_like(line.text):
            return run[:-1] if len(line.text) > 120 and run and not ELLIPSIS.search(run[-1].text) else run
        if RELATED_HEADING.fullmatch(line.text) or COMMENT_HEADING.fullmatch(line.text):
            return run
        run.append(line)
    return run


def _is_title_like(text):
    limit = 50 if is_chinese(text) else 100
    return len(text) <= limit and (not text.endswith(TERMINAL) or bool(ELLIPSIS.search(text)))


def _teaser_runs(lines):
    def is_teaser(line):
        return len(line.text) <= LONGEST_TEASER and bool(ELLIPSIS.search(line.text))

    return [list(run) for found, run in groupby(lines, key=is_teaser) if found]


def _size(text):
    return len(words(text))
