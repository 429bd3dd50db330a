"""Why two articles belong together, and how much.

A shared condition counts more than everything that a shared treatment, shared topics and like words can
add up to, so that a page about the same illness comes before one about the same therapy for another.
"""

from typing import NamedTuple

from wagtail.search.backends import get_search_backends

from editorial.models import ContentLabel
from pages.search.analysis import stem, typed_words
from pages.search.fields import field_values, strings

from .stages import stages_of

CONDITION, TREATMENT, SERIES, TOPIC, WORDS = 14.0, 4.0, 2.0, 1.5, 4.0
# Beside a shared condition: what is done early and what is done late are different stories.
STAGE = 2.0
# Sharing more than this many of a kind says nothing more.
COUNTED = 2
OTHER_LANGUAGE = 0.7
NEWEST = 200
LIKE = 40
KEPT = 12
SELLING = (ContentLabel.PROMOTIONAL, ContentLabel.SPONSORED)


class Kinship(NamedTuple):
    """How much two articles belong together: `score` (float), `because` (list of [kind, detail])."""

    score: float
    because: list


def kin(article):
    """Give {ArticlePage: Kinship} for the KEPT published articles that belong most to `article`."""
    found = shared_subjects(article)
    add_stages(found, article)
    for pk, kinship in alike(article).items():
        found[pk] = joined(found.get(pk), kinship)
    others = published_others(article, found)
    scored = {other: in_language_of(article, other, found[other.pk]) for other in others}
    best = sorted(scored, key=lambda other: (-scored[other].score, -other.pk))
    return {other: scored[other] for other in without_doubles(article, best)[:KEPT]}


def joined(one, other):
    """Give one Kinship for two reasons; `one` may be None."""
    return Kinship(one.score + other.score, [*one.because, *other.because]) if one else other


def shared_subjects(article, among=None):
    """Give {pk: Kinship} of articles that share conditions, treatments, topics or the series of `article`.

    Translations of a condition or treatment count as the same. `among`: ids (list of int) of the only
    articles to look at, None for the newest ones of all.
    """
    found = {}
    model = type(article)

    def newest(rows, column, subject):
        rows = rows if among is None else rows.filter(**{f"{column}__in": among})
        return rows.order_by(f"-{column}").values_list(column, subject)[: NEWEST if among is None else None]

    for points, kind, relation, pages in (
        (CONDITION, "condition", model.conditions.through, article.conditions.all()),
        (TREATMENT, "treatment", model.treatments.through, article.treatments.all()),
    ):
        titles = {page.translation_key: page.title for page in pages}
        column = f"{kind}page__translation_key"
        rows = relation.objects.filter(**{f"{column}__in": list(titles)})
        gather(found, points, kind, titles, newest(rows, "articlepage_id", column))
    topics = {tag.pk: tag.name for tag in article.tags.all()}
    rows = model.tags.through.objects.filter(tag__in=topics)
    gather(found, TOPIC, "topic", topics, newest(rows, "content_object_id", "tag_id"))
    if article.series_id:
        rows = newest(model.objects.filter(series=article.series_id), "pk", "series_id")
        gather(found, SERIES, "series", {article.series_id: article.series.title}, rows)
    return found


def gather(found, points, kind, names, rows):
    """Add to `found` ({pk: Kinship}) what `rows` ((pk, subject) pairs) say; `names`: {subject: str}."""
    shared = {}
    for pk, subject in rows:
        shared.setdefault(pk, []).append(names[subject])
    for pk, subjects in shared.items():
        reasons = [[kind, subject] for subject in subjects[:COUNTED]]
        found[pk] = joined(found.get(pk), Kinship(points * len(reasons), reasons))


def add_stages(found, article):
    """Add to `found` ({pk: Kinship}) the stages of shared conditions that treatments of both are for."""
    own = stages_of(type(article), [article.pk]).get(article.pk)
    ids = [pk for pk, kinship in found.items() if any(kind == "condition" for kind, _name in kinship.because)]
    if own and ids:
        for pk, stages in stages_of(type(article), ids).items():
            shared = sorted({stage for _condition, stage in stages & own})[:COUNTED]
            if shared:
                reasons = [["stage", stage] for stage in shared]
                found[pk] = joined(found[pk], Kinship(STAGE * len(reasons), reasons))


def alike(article):
    """Give {pk: Kinship} of articles with like words, the most alike at WORDS points."""
    # Only the site's own backend can tell; with another engine as default it stands beside.
    backends = (backend for backend in get_search_backends() if hasattr(backend, "like"))
    backend = next(backends, None)
    likes = backend.like(article, type(article).objects.live(), LIKE) if backend else []
    best = max((like.score for like in likes), default=0) or 1
    written = written_forms(article) if likes else {}
    return {
        int(like.key): Kinship(
            WORDS * like.score / best,
            [["words", ", ".join(written.get(word, word) for word in like.words)]],
        )
        for like in likes
    }


def written_forms(article):
    """Give {stem: word as it is written} (dict) for the words of an article."""
    values = (value for _field, value in field_values(article, article.get_search_fields()))
    texts = [text for value in values for text in strings(value)]
    return {stem(word): word for text in texts for word in typed_words(text)}


def published_others(article, keys):
    """Give the published ArticlePages among `keys` that `article` may point to (list, few fields)."""
    others = type(article).objects.live().filter(pk__in=list(keys)).exclude(pk=article.pk)
    others = others.exclude(translation_key=article.translation_key)
    if article.content_label == ContentLabel.EDITORIAL:
        others = others.exclude(content_label__in=SELLING)
    return list(others.select_related("locale").only("title", "locale", "translation_key", "content_label"))


def in_language_of(article, other, kinship):
    """Give the Kinship with the language weighed: what the reader cannot read at once counts less."""
    if other.locale_id == article.locale_id:
        return kinship
    language = ["language", other.locale.language_code]
    return Kinship(kinship.score * OTHER_LANGUAGE, [*kinship.because, language])


def without_doubles(article, others):
    """Give `others` (list, the best first) without those that say the same: translations, equal titles."""
    seen, kept = {article.title.casefold()}, []
    for other in others:
        marks = {other.translation_key, other.title.casefold()}
        if not marks & seen:
            kept.append(other)
        seen |= marks
    return kept
