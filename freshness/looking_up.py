"""Which pages a reading statement is about: those whose change may change what it gives.

Only statements of a plain shape are understood: one SELECT or several joined by UNION ALL, whose conditions
are all of them needed (AND). Of any other that reads a tagged table, all that is said is that it looks
through lists. That is always right, and renews more than it must.
"""

import re
from collections import defaultdict

from django.conf import settings

from .tags import KIND, LISTS, PAGE_COLUMNS, PAGES, article_type, is_common, tag_of

TABLES = re.compile(
    r'(?:FROM|JOIN)\s+"(\w+)"(?:\s+(?:AS\s+)?"?(?!INNER|LEFT|WHERE|ON|ORDER|GROUP|LIMIT|UNION)(\w+)"?)?'
)
SAME = re.compile(r'\(?"?(\w+)"?\."(\w+)" = "?(\w+)"?\."(\w+)"\)?')
ON = re.compile(r'\sON \(("?\w+"?\."\w+" = "?\w+"?\."\w+")\)')
NEEDED = re.compile(r'"?(\w+)"?\."(\w+)" (?:= (%s)|IN \(((?:%s(?:, )?)+)\))$')
WHERE_END = re.compile(r"\s(?:GROUP BY|ORDER BY|LIMIT|FOR UPDATE|HAVING)\s")
WORD = re.compile(r"\w+")
PLACE = re.compile(r"%%|%s")
LISTED = KIND + LISTS
MOST_VALUES = 100
# A site begins at a page that has others below it.
NEVER_AN_ARTICLE = {("wagtailcore_site", "root_page_id")}


def tags_read(sql, params, but=frozenset()):
    """Give the tags (set of str) of everything in tagged tables that `sql` with `params` may depend on.

    `but`: tables that the caller vouches for.
    """
    tagged = (settings.TAGGED.keys() - but) & set(WORD.findall(sql))
    if not tagged:
        return set()
    kinds = {KIND + settings.TAGGED[table][2] for table in tagged}
    if not isinstance(params, (tuple, list)):
        return kinds
    found, at = set(), 0
    for part in sql.split(" UNION ALL "):
        places = PLACE.findall(part).count("%s")
        values = _of_one(_without_brackets(part.strip()), params[at : at + places], but)
        if values is None:
            return kinds
        found |= values
        at += places
    return found


def _without_brackets(sql):
    return sql[1:-1] if sql.startswith("(") and _closes_at(sql) == len(sql) - 1 else sql


def _of_one(sql, params, but):
    """Give the tags of one SELECT, None where it may depend on any row of a tagged table."""
    if sql.count("SELECT") != 1 or " UNION " in sql:
        return None
    aliases = {alias or table: table for table, alias in TABLES.findall(sql)}
    if not settings.TAGGED.keys() & set(WORD.findall(sql)) <= set(aliases.values()):
        return None
    needed = _needed(sql, params)
    joined = _Joined(aliases, needed, ON.findall(sql))
    found = set()
    for alias, table in aliases.items():
        if table in settings.TAGGED and table not in but:
            tags = _tags_of_row(alias, table, joined, sql)
            if tags is None:
                return None
            found |= tags
    return found


def _needed(sql, params):
    """Give {(alias, column): values} of the conditions that every row of the result fulfils."""
    head, _where, rest = sql.partition(" WHERE ")
    condition = _without_brackets(WHERE_END.split(f"{rest} ")[0].strip())
    at, needed = PLACE.findall(head).count("%s"), {}
    for term in _terms(condition):
        places = PLACE.findall(term).count("%s")
        match = NEEDED.match(term)
        if match and places <= MOST_VALUES:
            needed[match[1], match[2]] = list(params[at : at + places])
        at += places
    return needed


def _closes_at(text):
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return at
    return -1


def _terms(condition):
    """Give the terms (list of str) of a conjunction; one of no known shape where it is an alternative."""
    terms, depth, start, between = [], 0, 0, False
    for match in re.finditer(r"[()]|\bBETWEEN\b| AND | OR ", condition):
        word = match.group()
        depth += (word == "(") - (word == ")")
        if depth or word in "()":
            continue
        if word == " OR ":
            return [f"({condition})"]
        if word == "BETWEEN":
            between = True
        elif between:
            between = False
        else:
            terms.append(condition[start : match.start()])
            start = match.end()
    return [*terms, condition[start:]]


class _Joined:
    """Columns that hold the same value in every row, as the joins say."""

    def __init__(self, aliases, needed, joins):
        self.aliases, self.needed = aliases, needed
        self.same = defaultdict(set)
        for join in joins:
            one, other, *_rest = (pair for pair in _pairs(join))
            self.same[one].add(other)
            self.same[other].add(one)

    def group(self, place):
        """Give the places (set of (alias, column)) that hold what `place` holds."""
        found, waiting = set(), [place]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.same[one]
        return found


def _pairs(join):
    match = SAME.match(join)
    return [(match[1], match[2]), (match[3], match[4])]


def _tags_of_row(alias, table, joined, sql):
    column, name, kind = settings.TAGGED[table]
    group = joined.group((alias, column))
    known = next((joined.needed[place] for place in group if place in joined.needed), None)
    if known is not None:
        return {tag_of(name, value) for value in known}
    if name != "id":
        return None
    return _tags_of_page(group, joined) if kind == LISTS and not _is_of_another_type(group, joined) else set()


def _is_of_another_type(group, joined):
    """Whether the page of the places `group` can be no article: it is joined to the table of another type."""
    tables = {(joined.aliases.get(alias), column) for alias, column in group}
    others = {table for table, column in tables if column == "page_ptr_id" and table not in settings.TAGGED}
    return bool(others or tables & NEVER_AN_ARTICLE)


def _tags_of_page(group, joined):
    """Give the tags by which an article in the places `group` is looked up, None where it may be any."""
    for alias in {alias for alias, _column in group}:
        table = joined.aliases.get(alias)
        names = PAGE_COLUMNS if table == PAGES else settings.TAGGED_COLUMNS
        for name in names:
            values = joined.needed.get((alias, name))
            if values and not any(is_common(name, value) for value in values):
                return {tag_of(name, value) for value in values}
        if article_type() not in joined.needed.get((alias, "content_type_id"), [article_type()]):
            return set()
        about = settings.TAGGED_ABOUT.get(table)
        subject = about and _subjects(joined.group((alias, about)), joined)
        if subject is not None:
            return subject
    return None


def _subjects(group, joined):
    for alias, _column in group:
        key = joined.needed.get((alias, "translation_key"))
        if key is not None:
            return {tag_of("translation_key", value) for value in key}
    return None
