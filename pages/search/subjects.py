"""Which conditions the pages found are about, to narrow a search to one of them.

A page type that knows says so with two class methods: `subjects_of(ids)` gives (page id, translation key of
a condition) pairs, `about(keys)` the queryset of its pages about one of these conditions.
"""

from collections import Counter

from django.db.models import Q

from pages.kept import locale_of
from pages.lists import listed
from pages.translations import in_language

from . import kinds

SHOWN = 8


def tellers():
    """Give the page models (list) that know which conditions their pages are about."""
    return [model for model in kinds.models().values() if hasattr(model, "subjects_of")]


def keys_of(slug):
    """Give the translation keys (list of UUID) of the published conditions with this slug (str)."""
    found = kinds.models()["condition"].objects.live().filter(slug=slug)
    return list(found.values_list("translation_key", flat=True).distinct())


def about(keys):
    """Give the Q for pages about one of the conditions with these translation keys (list)."""
    matches = Q(pk__in=[])
    for model in tellers():
        matches |= Q(pk__in=model.about(keys).order_by().values("pk"))
    return matches


def counted(pages, language):
    """Give [(condition, number)]: for `pages` (FoundPages or Pages) the most frequent conditions.

    Conditions stand in `language` (code) where they are translated. At most SHOWN; a fixed number of queries.
    """
    numbers = Counter(key for model, ids in _by_teller(pages) for _pk, key in set(model.subjects_of(ids)))
    keys = [key for key, _number in numbers.most_common(SHOWN)]
    conditions = kinds.models()["condition"].objects.live().filter(translation_key__in=keys)
    shown = in_language(listed(conditions.order_by("pk")), locale_of(language)) if keys else []
    by_key = {page.translation_key: page for page in shown}
    return [(by_key[key], numbers[key]) for key in keys if key in by_key]


def _by_teller(pages):
    """Give [(model that knows, ids of those of `pages` that are of it)], none without pages."""
    types = kinds.content_type_ids()
    of_type = {}
    for page in pages:
        of_type.setdefault(page.content_type_id, []).append(page.pk)
    known = [(model, of_type.get(types[word])) for word, model in kinds.models().items()]
    return [(model, ids) for model, ids in known if ids and hasattr(model, "subjects_of")]
