"""Labels of articles: the format, and "emerging" where a treatment they are about still is."""

from articles.subjects import subject_keys
from conditions.models import TreatmentOption
from pages.cards import Label


def emerging_articles(articles):
    """Give the ids (set) of those `articles` that are about an emerging treatment of their condition.

    An article without a condition counts when its treatment is emerging for any. Three queries at most;
    the same treatment or condition in another language counts as the same.
    """
    ids = [article.pk for article in articles]
    treatments = subject_keys(type(articles[0]).treatments, ids) if articles else {}
    emerging = set(
        TreatmentOption.objects.filter(
            group=TreatmentOption.Group.EMERGING,
            treatment__translation_key__in={key for keys in treatments.values() for key in keys},
        ).values_list("treatment__translation_key", "page__translation_key")
        if treatments
        else ()
    )
    conditions = subject_keys(type(articles[0]).conditions, ids) if emerging else {}
    return {
        pk
        for pk, keys in treatments.items()
        if any(
            treatment in keys and (condition in conditions.get(pk, ()) or not conditions.get(pk))
            for treatment, condition in emerging
        )
    }


def format_labels(articles):
    """Give a function article -> [Label] for a list of articles."""
    emerging = emerging_articles(articles)

    def labels_of(article):
        labels = [Label(article.get_format_display())]
        if article.pk in emerging:
            labels.append(Label(str(TreatmentOption.Group.EMERGING.label), "emerging"))
        return labels

    return labels_of


def drawing_of(article):
    """Give the name (str) of the drawing that stands for a missing picture."""
    if article.format == article.Format.QUESTION:
        return "question"
    return "pulse" if article.pk % 2 else "page"
