"""Keep what was found: a narrow table, a bounded number of rows for each article."""

from django.db import transaction

from editorial.models import ContentLabel

from .scoring import KEPT, SELLING, kin, shared_subjects

# So many lists are looked through at one publication: a bound that no size of the site moves.
MOST_LISTS = 500
SUBJECTS = ("condition", "treatment", "series", "topic")


@transaction.atomic
def relate(article):
    """Find anew what belongs to a published `article`, and put it into the lists of those it belongs to."""
    found = kin(article)
    rows = related_rows(article)
    rows.filter(from_page=article).delete()
    forget_what_no_longer_holds(rows, article)
    rows.bulk_create(
        (row(rows, article, other, kinship) for other, kinship in found.items()), ignore_conflicts=True
    )
    if article.content_label in SELLING:
        found = {other: why for other, why in found.items() if other.content_label != ContentLabel.EDITORIAL}
    put_into_lists(rows, article, found)


def forget_what_no_longer_holds(rows, article):
    """Take `article` out of the lists that it entered for a subject which it is no longer about."""
    inside = rows.filter(to_page=article).values_list("pk", "from_page_id", "because")[:MOST_LISTS]
    by_subject = {
        pk: page for pk, page, because in inside if any(kind in SUBJECTS for kind, _name in because)
    }
    still = shared_subjects(article, among=list(by_subject.values())) if by_subject else {}
    rows.filter(pk__in=[pk for pk, page in by_subject.items() if page not in still]).delete()


def related_rows(article):
    """Give the manager of RelatedArticle, which this module does not import: it is imported by it."""
    return article._meta.get_field("related_rows").related_model.objects


def row(rows, from_page, to_page, kinship):
    """Give one unsaved RelatedArticle."""
    return rows.model(
        from_page_id=from_page.pk, to_page_id=to_page.pk, score=kinship.score, because=kinship.because
    )


def put_into_lists(rows, article, found):
    """Add `article` to the lists of the articles `found` ({ArticlePage: Kinship}), each at most KEPT long."""
    rows.filter(to_page=article, from_page__in=list(found)).delete()
    rows.bulk_create(
        (row(rows, other, article, back(article, other, kinship)) for other, kinship in found.items()),
        ignore_conflicts=True,
    )
    lists = {}
    for pk, from_page in (
        rows.filter(from_page__in=list(found)).order_by("-score", "-pk").values_list("pk", "from_page")
    ):
        lists.setdefault(from_page, []).append(pk)
    rows.filter(pk__in=[pk for entries in lists.values() for pk in entries[KEPT:]]).delete()


def back(article, other, kinship):
    """Give the Kinship seen from `other`: the language named is then that of `article`."""
    code = article.locale.language_code
    turned = [[kind, code if kind == "language" else detail] for kind, detail in kinship.because]
    return kinship._replace(because=turned)
