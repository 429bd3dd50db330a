"""From which day to which the records are wanted."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """Both days are part of it; None leaves that end open."""

    since: date | None = None
    until: date | None = None

    def moments(self, queryset, field):
        """Give `queryset` narrowed by a DateTimeField, its days in the site's time zone."""
        return self.days(queryset, f"{field}__date")

    def days(self, queryset, field):
        """Give `queryset` narrowed by a DateField."""
        if self.since:
            queryset = queryset.filter(**{f"{field}__gte": self.since})
        if self.until:
            queryset = queryset.filter(**{f"{field}__lte": self.until})
        return queryset

    def __str__(self):
        if not self.since and not self.until:
            return "everything"
        return f"from {self.since or 'the beginning'} to {self.until or 'today'}, both days included"
