"""The conditions and treatments of the site: found by name, proposed when nothing is alike."""

from collections import defaultdict
from dataclasses import dataclass, field

from conditions.models import (
    ConditionIndexPage,
    ConditionName,
    ConditionPage,
    TreatmentIndexPage,
    TreatmentName,
    TreatmentPage,
)
from importing.models import MatchProposal
from importing.pipeline.matching import Known, best_match, name_key

from .tree import index_page

KINDS = {
    "condition": (ConditionPage, ConditionName, ConditionIndexPage),
    "treatment": (TreatmentPage, TreatmentName, TreatmentIndexPage),
}
LONGEST_NAME = 255


@dataclass
class Linked:
    """A page (`page`) that a thing of the source was linked to, and the proposal (unsaved MatchProposal, or
    None when the name was known). `names`: the NameFounds that are new to the page."""

    page: object
    relation: str
    proposal: object = None
    names: list = field(default_factory=list)


def link(kind, found, locale, user=None):
    """Link a ConditionFound or TreatmentFound (`kind`: "condition" or "treatment") to a page in `locale`.

    Give a Linked; None when nothing is alike and the name is not clear enough for a page of its own.
    """
    names = [name.name[:LONGEST_NAME] for name in found.names]
    match = best_match(names, _without_rejected(kind, names, known_things(kind)))
    if match.kind == "none":
        return _propose(kind, found, locale, user) if getattr(found, "is_new_worthy", True) else None
    page = _page_in(kind, match.key, locale)
    new_names = _new_names(kind, match.key, found.names)
    if match.kind == "exact" and not new_names:
        return Linked(page, "exact")
    relation = "same" if match.kind == "near" else "synonym"
    proposal = MatchProposal(
        kind=kind,
        relation=relation,
        name=names[0],
        matched_name=match.name,
        score=match.score,
        page_id=page.pk,
        added_names=[name.name for name in new_names],
    )
    return Linked(page, relation, proposal, new_names)


def known_things(kind):
    """Give the Known things of the site (list), one for all translations of a page, drafts included."""
    return [Known(key, tuple(names)) for key, names in _names_by_key(kind).items()]


def add_names(kind, page, names):
    """Add `names` (NameFounds) to `page` (from revisions.latest), to be confirmed by a medical editor."""
    name_model = KINDS[kind][1]
    for name in names:
        page.names.add(
            name_model(
                name=name.name[:LONGEST_NAME], language=name.language, kind=name.kind, is_confirmed=False
            )
        )


def new_page(kind, names, locale, user=None):
    """Give a new draft page of `kind` under its index: the first of `names` (NameFounds) is its title."""
    model, _name_model, index_model = KINDS[kind]
    index = index_page(index_model, locale)
    page = model(title=names[0].name[:LONGEST_NAME], live=False, origin="imported", locale=index.locale)
    if names[0].language != index.locale.language_code:
        page.title_language = names[0].language
    add_names(kind, page, names[1:])
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def _propose(kind, found, locale, user):
    page = new_page(kind, found.names, locale, user)
    proposal = MatchProposal(
        kind=kind,
        relation="new",
        name=page.title,
        page_id=page.pk,
        added_names=[name.name for name in found.names[1:]],
    )
    return Linked(page, "new", proposal)


def _names_by_key(kind):
    model, name_model, _index = KINDS[kind]
    rows = model.objects.values_list("pk", "translation_key", "title", "draft_title")
    keys, names = {}, defaultdict(list)
    for pk, key, title, draft_title in rows:
        keys[pk] = key
        names[key] += [title, draft_title] if draft_title != title else [title]
    for pk, name in name_model.objects.values_list("page_id", "name"):
        names[keys[pk]].append(name)
    for pk, added in _waiting_names(kind):
        if pk in keys:
            names[keys[pk]] += added
    return names


def _waiting_names(kind):
    """Names that a live page has only in a draft revision so far."""
    waiting = MatchProposal.objects.filter(kind=kind, status__in=["pending", "confirmed"])
    return waiting.exclude(added_names=[]).values_list("page_id", "added_names")


def _without_rejected(kind, names, known):
    """Leave out the things from which an editor has kept one of these names apart."""
    keys = {name_key(name) for name in names}
    rejected = MatchProposal.objects.filter(kind=kind, status__in=["rejected", "separate"])
    pages = {pk for pk, name in rejected.values_list("page_id", "name") if name_key(name) in keys}
    model = KINDS[kind][0]
    apart = set(model.objects.filter(pk__in=pages).values_list("translation_key", flat=True))
    return [thing for thing in known if thing.key not in apart]


def _page_in(kind, key, locale):
    """The page in `locale`, else in whatever language it exists."""
    pages = list(KINDS[kind][0].objects.filter(translation_key=key).order_by("pk"))
    return next((page for page in pages if page.locale_id == locale.pk), pages[0])


def _new_names(kind, key, names):
    known = {name_key(name) for name in _names_by_key(kind)[key]}
    return [name for name in names if name_key(name.name) not in known]
