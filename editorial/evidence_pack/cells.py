"""One value as a cell of a CSV file that a spreadsheet program may open without being told to run it."""

from datetime import date, datetime

from django.utils import timezone

# What Excel, LibreOffice and WPS take for the start of a formula (OWASP, "CSV Injection"), and the wide forms
# that Chinese keyboards type.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value):
    """Give the text (str) of a cell: dates as ISO 8601, yes and no in words, no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date | int):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
