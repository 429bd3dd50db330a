"""What README.txt in the pack says."""

import textwrap

from django.utils import timezone

INTRODUCTION = """\
Records of the editorial process
================================

Written: {now}
Period: {period}. Files marked "as it is now" hold the present state, whatever the period.

The files are CSV in UTF-8 with a byte order mark, so that spreadsheet programs show Chinese as it is. Dates
are written 2026-01-31, moments in the site's time zone. A cell that would start like a formula has an
apostrophe before it.

The numbers name the criteria of the PIF TICK (Patient Information Forum, criteria of June 2022) to which a
file speaks. Criteria 2 (Training), 3 (Need), 5 (Involving users), 6 (Health inequalities), 7 (Content and
design) and 9 (Disseminating) are not covered: their evidence lies outside of this system.

Files
-----
"""


def readme(tables, counts, period):
    """Give the text (str). `tables`: [Table]; `counts`: {file name: number of rows}; `period`: Period."""
    now = timezone.localtime().isoformat(timespec="minutes")
    entries = [_entry(table, counts[table.name]) for table in tables]
    return INTRODUCTION.format(now=now, period=period) + "\n".join(entries)


def _entry(table, number):
    about = textwrap.fill(f"{table.about}.", width=100, initial_indent="    ", subsequent_indent="    ")
    return f"{table.name} ({number} rows)\n{about}\n    PIF TICK: {table.criteria}.\n"
