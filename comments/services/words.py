"""Word lists as CSV, in and out."""

import csv
import io

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import WordList
from comments.text import clean_line

COLUMNS = ["list", "kind", "language", "category", "level", "word"]
SIZE_LIMIT = 1024 * 1024
FORMULA = ("=", "+", "-", "@")


def _safe(cell):
    """Give `cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell and cell[0] in FORMULA else cell


def export_words():
    """Give all word lists as CSV (str), one word a row."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for words in WordList.objects.all():
        for word in words.entries:
            facts = [words.name, words.kind, words.language, words.category, words.level, word]
            writer.writerow([_safe(str(fact)) for fact in facts])
    return out.getvalue()


def _rows(text):
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff").replace("\x00", "")), strict=True)
    try:
        _check_head(reader.fieldnames or [])
        for number, row in enumerate(reader, start=2):
            yield number, {key: _plain(value or "") for key, value in row.items() if isinstance(key, str)}
    except csv.Error as error:
        facts = {"number": reader.line_num + 1}
        raise ValidationError(_("Line %(number)s cannot be read as CSV.") % facts) from error


def _check_head(names):
    missing = [column for column in ("list", "kind", "word") if column not in names]
    if missing:
        raise ValidationError(_("The first line lacks: %(columns)s.") % {"columns": ", ".join(missing)})


def _plain(cell):
    """Give `cell` cleaned, without the mark of `_safe`."""
    cell = clean_line(cell)
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _list_for(row, number):
    if row["kind"] not in WordList.Kind.values:
        facts = {"number": number, "kind": row["kind"], "kinds": ", ".join(WordList.Kind.values)}
        raise ValidationError(_("Line %(number)s: “%(kind)s” is none of %(kinds)s.") % facts)
    level = row.get("level") or "1"
    if level not in {"1", "2", "3", "4"}:
        raise ValidationError(_("Line %(number)s: the level must be 1 to 4.") % {"number": number})
    known = WordList.objects.filter(name=row["list"][:80]).first()
    return known or _new_list(row, level, number)


def _new_list(row, level, number):
    facts = {name: row.get(name, "") for name in ("kind", "language", "category")}
    words = WordList(name=row["list"][:80], level=int(level), **facts)
    try:
        words.full_clean()
    except ValidationError as error:
        raise ValidationError([f"{number}: {message}" for message in error.messages]) from error
    words.save()
    return words


@transaction.atomic
def import_words(*, text):
    """Add the words of a CSV `text` to the lists it names; give the number (int) of new words.

    Columns: list, kind, word, and if wanted language, category, level. Lists that do not exist are made;
    nothing is removed. Raises ValidationError naming the line, and then changes nothing.
    """
    if len(text) > SIZE_LIMIT:
        raise ValidationError(_("The file is too large: one megabyte at most."))
    new, lists = {}, {}
    for number, row in _rows(text):
        if row["list"] and row["word"]:
            words = lists.setdefault(row["list"], None) or _list_for(row, number)
            lists[row["list"]] = words
            new.setdefault(row["list"], []).append(row["word"])
    return sum(_add(lists[name], words) for name, words in new.items())


def _add(words, new):
    before = words.entries
    after = list(dict.fromkeys([*before, *new]))
    words.words = "\n".join(after)
    words.full_clean()
    words.save()
    return len(after) - len(before)
