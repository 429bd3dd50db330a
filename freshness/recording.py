"""Writing down what a page is made from while it is rendered: the tags of every row that was looked up."""

import datetime
import threading
from contextlib import ExitStack, contextmanager
from functools import partial

from django.db import connections

from .looking_up import tags_read
from .statements import is_read
from .table import TABLE, TOUCHES

# Until something is written down that changes by the calendar.
FOREVER = datetime.date.max
_here = threading.local()


class Record:
    """What was read: `tags` (set of str); `parts`: {Live: (html, Record)} of the live parts within.

    `day` (date) is the last one on which what was made from it is good.
    """

    def __init__(self, but=frozenset()):
        """`but`: tables of which only rows are read that the one who began the record answers for."""
        self.tags, self.parts, self.but, self.day = set(), {}, but, FOREVER
        self._asked = {}

    def look(self, execute, sql, params, many, context):
        """Write down what a statement reads; a wrapper of the connection."""
        text = str(sql)
        if _current() is self and is_read(text) and TABLE not in text and TOUCHES not in text:
            self.tags |= tags_read(text, params, self.but, partial(self._ask, context["connection"]))
        return execute(sql, params, many, context)

    def _ask(self, connection, sql, params):
        """Give the rows of a question of our own, which is no part of what is read; each is asked once."""
        question = (connection.alias, sql, tuple(params))
        if question not in self._asked:
            with paused(), connection.cursor() as cursor:
                cursor.execute(sql, params)
                self._asked[question] = cursor.fetchall()
        return self._asked[question]


def _current():
    return getattr(_here, "record", None)


@contextmanager
def recording(but=frozenset()):
    """Give a Record of what is read inside; what is read there belongs to no Record outside."""
    record, outer = Record(but), _current()
    _here.record = record
    try:
        with ExitStack() as wrappers:
            for alias in connections:
                wrappers.enter_context(connections[alias].execute_wrapper(record.look))
            yield record
    finally:
        _here.record = outer


@contextmanager
def paused():
    """Write down nothing of what is read inside."""
    outer, _here.record = _current(), None
    try:
        yield
    finally:
        _here.record = outer


def add(tags):
    """Write `tags` into the Record that is being made, if any: something read before is used."""
    if _current() is not None:
        _current().tags.update(tags)


def good_through(day):
    """Write into the Record that is being made that `day` (date) is the last on which it is good."""
    if _current() is not None:
        _current().day = min(_current().day, day)


def add_part(part, html, record):
    """Write into the Record that is being made that it holds this live part."""
    if _current() is not None:
        _current().parts[part] = (html, record)
