"""Readers' own words in the log: they go when the comment's do; what was done, by whom and when stays."""

from django.db.models import Q

WORDS = ("name", "body")


def forget_words(entries, names=WORDS):
    """Take the fields `names` out of `entries` (queryset of ModerationLogEntry); give how many."""
    holds = Q(pk__in=[])
    for name in names:
        holds |= Q(before__has_key=name) | Q(after__has_key=name)
    count = 0
    for count, entry in enumerate(entries.filter(holds).iterator(chunk_size=500), start=1):  # noqa: B007
        for part in (entry.before, entry.after):
            for name in names:
                part.pop(name, None)
        entry.save(update_fields=["before", "after"])
    return count
