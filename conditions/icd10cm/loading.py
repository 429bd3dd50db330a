"""Read an official file of ICD-10-CM, plain or gzipped, in one of the shapes in which it is given out.

CDC and CMS publish `icd10cm-codes-YEAR.txt` (code, spaces, description) and `icd10cm-order-YEAR.txt` (order
number, code, a 0 or 1, short description in 60 characters, long description). A CSV file needs the columns
code and description.
"""

import csv
import gzip
import re
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from conditions import code_forms
from conditions.models import IcdCode

ORDER = re.compile(r"\d{5} (\S{3,7})\s+[01] (.{60}) (.+)")
CODES = re.compile(r"(\S{3,8})\s+(\S.*)")
FEWEST = 3


class LoadError(Exception):
    """The file is none of ICD-10-CM; its text says why. The table is as it was."""


def load_table(path):
    """Replace the table by the codes in a file (Path); give how many there are (int). Raise LoadError."""
    rows = {}
    for number, code, description in lines_of(Path(path)):
        code = code_forms.tidy(code, "icd10cm")
        if not re.fullmatch(code_forms.SHAPES["icd10cm"][0], code):
            raise LoadError(
                _("Line %(number)s: “%(code)s” is no code of ICD-10-CM.") % {"number": number, "code": code}
            )
        rows[code] = IcdCode(code=code, description=description.strip()[:400])
    if len(rows) < FEWEST:
        raise LoadError(_("There are no codes in this file."))
    with transaction.atomic():
        IcdCode.objects.all().delete()
        IcdCode.objects.bulk_create(rows.values(), batch_size=2000)
    return len(rows)


def lines_of(path):
    """Yield (number (int), code, description (str)) of a file; raise LoadError when it cannot be read."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            yield from (_table(file) if ".csv" in path.suffixes else _text(file))
    except (OSError, UnicodeDecodeError, EOFError, csv.Error) as error:
        raise LoadError(_("The file cannot be read: %(reason)s") % {"reason": error}) from error


def _table(file):
    for number, row in enumerate(csv.DictReader(file), 2):
        if not row.get("code") or not row.get("description"):
            raise LoadError(
                _("Line %(number)s: the columns code and description are needed.") % {"number": number}
            )
        yield number, row["code"], row["description"]


def _text(file):
    for number, line in enumerate(file, 1):
        order, codes = ORDER.match(line), CODES.match(line)
        if order:
            yield number, order[1], order[3]
        elif codes:
            yield number, codes[1], codes[2]
        elif line.strip():
            raise LoadError(_("Line %(number)s: a code and its description are needed.") % {"number": number})
