"""A place in the order of changes: the moment and the number of the last entry seen."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

LONGEST = 64
BIGGEST = 2**63 - 1


class BadPlace(Exception):
    """What was asked for names no moment; its text says so in plain words."""


@dataclass(frozen=True)
class Place:
    """Before every entry of `moment` (aware datetime) with a number above `number` (int)."""

    moment: datetime
    number: int = -1

    def __str__(self):
        return f"{self.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}_{self.number}"


BEGINNING = Place(datetime(1970, 1, 1, tzinfo=UTC))


def read_place(parameters):
    """Give the Place in `parameters` (a QueryDict): `after` as we gave it, else `since`; raise BadPlace."""
    if after := parameters.get("after", ""):
        moment, _separator, number = after.rpartition("_")
        if not (number.isascii() and number.isdecimal() and int(number[:20]) <= BIGGEST):
            raise BadPlace(_("“after” is not one that this feed gave. Ask with “since” instead."))
        return Place(read_moment(moment), int(number))
    since = parameters.get("since", "")
    return Place(read_moment(since)) if since else BEGINNING


def read_moment(text):
    """Give the moment (aware datetime) that `text` (str) names; a day is its first moment, UTC by default."""
    try:
        text = text[:LONGEST].strip().replace(" ", "+")  # a plus sign that the address did not escape
        day = parse_date(text)
        moment = datetime.combine(day, time.min) if day else parse_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError, AttributeError):
        raise BadPlace(_("Write the moment like this: 2026-01-31T00:00:00Z.")) from None
