"""Related articles: those an editor picked first, then what shares condition, treatment, topic.

A shared condition counts more than a shared treatment, a treatment more than a topic, so that a page
about the same illness always comes before one about the same therapy for another illness.
"""

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

CONDITION, TREATMENT, TOPIC = 4, 2, 1
SHOWN = 4


def related_articles(article, published, limit=SHOWN):
    """Give at most `limit` ArticlePages related to `article`, never itself, none twice.

    `published`: the queryset of articles that everybody may see. Picks come first in the editor's order,
    whatever their language; the rest is in the article's language, best match first, newest first.
    """
    picked_ids = [pick.target_id for pick in article.picked_articles.all() if pick.target_id != article.pk]
    picked = published.in_bulk(picked_ids) if picked_ids else {}
    picks = list(dict.fromkeys(pk for pk in picked_ids if pk in picked))[:limit]
    chosen = [picked[pk] for pk in picks]
    if len(chosen) == limit:
        return chosen
    automatic = by_likeness(article, published.exclude(pk__in=[article.pk, *picks]))
    return chosen + list(automatic[: limit - len(chosen)])


def by_likeness(article, candidates):
    """Give the queryset of `candidates` that share something with `article`, the most alike first."""
    model = type(article)
    conditions = [page.translation_key for page in article.subjects.conditions]
    treatments = [page.translation_key for page in article.subjects.treatments]
    topics = [tag.pk for tag in article.subjects.topics]
    shared = {
        CONDITION: _shares(model.conditions, conditionpage__translation_key__in=conditions),
        TREATMENT: _shares(model.treatments, treatmentpage__translation_key__in=treatments),
        TOPIC: Exists(model.tags.through.objects.filter(content_object=OuterRef("pk"), tag__in=topics)),
    }
    return (
        candidates.filter(Q(*shared.values(), _connector=Q.OR), locale_id=article.locale_id)
        .annotate(likeness=sum(_points(test, points) for points, test in shared.items()))
        .order_by("-likeness", "-first_published_at", "-pk")
    )


def _shares(relation, **about):
    return Exists(relation.through.objects.filter(articlepage=OuterRef("pk"), **about))


def _points(test, points):
    return Case(When(test, then=Value(points)), default=Value(0), output_field=IntegerField())
