"""Look into the table: by the beginning of a code, else by words."""

from django.db.models import Q
from django.db.models.functions import Length

from conditions import code_forms
from conditions.models import IcdCode

MOST, MOST_WORDS, SHORTEST = 20, 6, 2


def is_loaded():
    """Whether the table holds anything (bool)."""
    return IcdCode.objects.exists()


def find(text):
    """Give up to MOST IcdCodes for `text` (str): codes that begin so, then those with all of its words."""
    text = text.replace("\0", " ")[:100].strip()
    if len(text) < SHORTEST:
        return []
    found = list(IcdCode.objects.filter(code__startswith=code_forms.tidy(text, "icd10cm"))[:MOST])
    words = Q()
    for word in text.split()[:MOST_WORDS]:
        words &= Q(description__icontains=word)
    known = {row.pk for row in found}
    more = IcdCode.objects.filter(words).exclude(pk__in=known).order_by(Length("description"), "code")
    return [*found, *more[: MOST - len(found)]]
