"""Columns for lists in the admin."""

from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day, past or to come, written out: "3 May 2026"; empty when there is none."""

    def get_value(self, instance):
        """Give the day (str) of this row."""
        day = super().get_value(instance)
        return date_format(day, "DATE_FORMAT") if day else ""
