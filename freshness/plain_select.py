"""Reading the SQL of a plain SELECT: its tables, what is joined, and what every row of its result fulfils.

Plain is what Django writes for most queries: conditions that are all needed (AND), and `IN (SELECT …)` that
is plain itself. Of anything else nothing is known.
"""

import re
from collections import defaultdict

from .statements import count_places

TABLES = re.compile(
    r'(?:FROM|(LEFT OUTER )?JOIN)\s+"(\w+)"'
    r'(?:\s+(?:AS\s+)?"?(?!INNER|LEFT|WHERE|ON|ORDER|GROUP|LIMIT|UNION)(\w+)"?)?'
)
PLACE_OF = r'"?(\w+)"?\."(\w+)"'
ON = re.compile(rf"\sON \({PLACE_OF} = {PLACE_OF}\)")
NEEDED = re.compile(rf"{PLACE_OF} (?:= (%s)|IN \(((?:%s(?:, )?)+)\))$")
WITHIN = re.compile(rf"{PLACE_OF} IN \((SELECT .*)\)$", re.DOTALL)
GIVES = re.compile(rf'SELECT (?:DISTINCT )?{PLACE_OF}(?: AS "\w+")? FROM ')  # noqa: S608 a pattern
CUT = re.compile(r"[()]|\bBETWEEN\b| AND | OR |\s(?:GROUP BY|ORDER BY|LIMIT|FOR UPDATE|HAVING)\s")
SELECT = re.compile(r"\bSELECT\b")
MOST_VALUES = 100


class NotPlain(Exception):
    """Nothing is known of what the statement reads."""


class PlainSelect:
    """What one SELECT says of itself. A place is (alias, column).

    `aliases`: {alias: table}; `needed`: {place: values} of every row of the result.
    """

    def __init__(self, sql, params):
        """Raises NotPlain. `sql`: one SELECT (str) with `params` (list) in its places."""
        self.aliases, self.needed = {}, {}
        self._optional, self._joined_to, self._same = set(), {}, defaultdict(set)
        selects = self._read(without_brackets(sql.strip()), list(params))
        if " UNION " in sql or selects != len(SELECT.findall(sql)):
            raise NotPlain

    def group(self, place):
        """Give the places (set) that hold what `place` holds."""
        found, waiting = set(), [place]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._same[one]
        return found

    def needs(self, alias, other):
        """Whether there is a row of `alias` only where there is one of `other` (bool)."""
        while alias and alias != other:
            alias = self._joined_to.get(alias)
        return bool(alias) or other not in self._optional

    def _read(self, sql, params):
        head, _where, rest = sql.partition(" WHERE ")
        for optional, table, alias in TABLES.findall(head):
            self._name(alias or table, table, optional)
        for match in ON.finditer(head):
            self._join((match[1], match[2]), (match[3], match[4]))
            self._joined_to[match[3]] = match[1]
        at, selects = count_places(head), 1
        for term in terms(rest):
            places = count_places(term)
            selects += self._need(term, params[at : at + places])
            at += places
        return selects

    def _name(self, alias, table, optional):
        if alias in self.aliases:
            raise NotPlain
        self.aliases[alias] = table
        if optional:
            self._optional.add(alias)

    def _join(self, one, other):
        self._same[one].add(other)
        self._same[other].add(one)

    def _need(self, term, params):
        """Note what a term asks for; give how many SELECTs (int) within it were understood."""
        match = NEEDED.match(term)
        if match and len(params) <= MOST_VALUES:
            self.needed[match[1], match[2]] = params
        within = WITHIN.match(term)
        gives = within and GIVES.match(within[3])
        if not gives:
            return 0
        selects = self._read(within[3], params)
        self._join((within[1], within[2]), (gives[1], gives[2]))
        return selects


def without_brackets(sql):
    """Give `sql` (str) without a pair of brackets around all of it."""
    return sql[1:-1] if sql.startswith("(") and _closes_at(sql) == len(sql) - 1 else sql


def _closes_at(text):
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return at
    return -1


def terms(condition):
    """Give the terms (list of str) of a conjunction; one of no known shape where it is an alternative."""
    return list(_cut(without_brackets(_first_clause(condition))))


def _first_clause(sql):
    """Give what stands before ORDER BY and the like."""
    for word, at in _outside_brackets(sql):
        if word.strip() not in ("AND", "OR", "BETWEEN"):
            return sql[:at].strip()
    return sql.strip()


def _outside_brackets(sql):
    depth = 0
    for match in CUT.finditer(sql):
        word = match.group()
        depth += (word == "(") - (word == ")")
        if not depth and word not in "()":
            yield word, match.start()


def _cut(condition):
    start, between = 0, False
    words = list(_outside_brackets(condition))
    if any(word == " OR " for word, _at in words):
        yield f"({condition})"
        return
    for word, at in words:
        if word == "BETWEEN":
            between = True
        elif between:
            between = False
        else:
            yield condition[start:at]
            start = at + len(word)
    yield condition[start:]
