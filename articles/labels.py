"""Labels of articles: the format, and "emerging" where a treatment they are about still is."""

from articles.subjects import subject_keys
from conditions.models import TreatmentOption
from pages.cards import Label
from pages.kept import counted_each


def emerging_articles(articles):
    """Give the ids (set) of those `articles` that are about an emerging treatment of their condition.

    An article without a condition counts when its treatment is emerging for any. Three queries at most;
    the same treatment or condition in another language counts as the same.
    """
    ids = [article.pk for article in articles]
    treatments = subject_keys(type(articles[0]).treatments, ids) if articles else {}
    uses = emerging_uses({key for keys in treatments.values() for key in keys})
    conditions = subject_keys(type(articles[0]).conditions, ids) if any(uses.values()) else {}
    return {pk for pk, keys in treatments.items() if is_emerging(keys, conditions.get(pk, ()), uses)}


def is_emerging(treatments, conditions, uses):
    """Whether one of `treatments` is emerging for one of `conditions`, for any where there are none (bool).

    All are translation keys; `uses`: as `emerging_uses` gives them.
    """
    emerging = {condition for treatment in treatments for condition in uses[treatment]}
    return not emerging.isdisjoint(conditions) if conditions else bool(emerging)


def emerging_uses(treatments):
    """Give {key: set of the conditions for which it is emerging} of `treatments`, all translation keys."""
    return counted_each("emerging", treatments, _emerging_uses)


def _emerging_uses(treatments):
    found = {treatment: set() for treatment in treatments}
    rows = TreatmentOption.objects.filter(
        group=TreatmentOption.Group.EMERGING, treatment__translation_key__in=treatments
    )
    for treatment, condition in rows.values_list("treatment__translation_key", "page__translation_key"):
        found[treatment].add(condition)
    return found


def format_labels(articles):
    """Give a function article -> [Label] for a list of articles."""
    emerging = emerging_articles(articles)
    return lambda article: _labels(article, article.pk in emerging)


def labels_of_shown(article):
    """Give [Label] of the one article that is being shown: what it is about has been read."""
    treatments, conditions = (
        {page.translation_key for page in pages}
        for pages in (article.subjects.treatments, article.subjects.conditions)
    )
    return _labels(article, is_emerging(treatments, conditions, emerging_uses(treatments)))


def _labels(article, is_about_emerging):
    labels = [Label(article.get_format_display())]
    if is_about_emerging:
        labels.append(Label(str(TreatmentOption.Group.EMERGING.label), "emerging"))
    return labels


def drawing_of(article):
    """Give the name (str) of the drawing that stands for a missing picture."""
    if article.format == article.Format.QUESTION:
        return "question"
    return "pulse" if article.pk % 2 else "page"
