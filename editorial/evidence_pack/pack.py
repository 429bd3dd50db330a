"""Write the zip: row by row, and under its own name only when it is whole."""

import csv
import os
import tempfile
import zipfile
from contextlib import contextmanager
from io import TextIOWrapper

from django.utils import timezone

from .cells import cell
from .readme import readme
from .tables import TABLES

REPORT_EVERY = 10_000


def write_pack(path, period, progress=lambda name, number: None):
    """Write the evidence pack of `period` (Period) to `path` (Path); give {file name: number of rows}.

    `progress(name, number)` is called after each file and every 10,000 rows. An existing file is replaced
    when the new one is whole; when anything fails it stays as it is. Raises OSError where it cannot write.
    """
    counts = {}
    with whole_or_nothing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for table in TABLES:
            with _member(pack, table.name) as member:
                counts[table.name] = _write(member, table, period, progress)
            progress(table.name, counts[table.name])
        with _member(pack, "README.txt") as member:
            member.write(readme(TABLES, counts, period))
    return counts


@contextmanager
def whole_or_nothing(path):
    """Give a file (binary) beside `path` that takes its name at the end, or goes when the body fails."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
    ) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


@contextmanager
def _member(pack, name):
    """Give a text file of the zip; the byte order mark tells Excel that it is UTF-8."""
    info = zipfile.ZipInfo(name, date_time=timezone.localtime().timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    with (
        pack.open(info, "w", force_zip64=True) as raw,
        TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text,
    ):
        yield text


def _write(member, table, period, progress):
    writer = csv.writer(member)
    writer.writerow(table.columns)
    number = 0
    for number, row in enumerate(table.rows(period), start=1):
        writer.writerow([cell(value) for value in row])
        if number % REPORT_EVERY == 0:
            progress(table.name, number)
    return number
