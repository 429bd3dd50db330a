"""What an editor decides about a proposed match: confirm it, reject it, or make a page of its own."""

from django.db import transaction
from django.utils import timezone

from conditions.models import ConditionPage
from importing.models import MatchProposal
from importing.pipeline.records import NameFound

from .knowledge import new_page
from .revisions import keep, latest

DECISIONS = {"confirm": "confirmed", "reject": "rejected", "new": "separate"}


@transaction.atomic
def decide_match(proposal, *, decision, user):
    """Carry out `decision` ("confirm", "reject" or "new") on an open MatchProposal. Give it, saved.

    Confirming marks the added names as confirmed. Rejecting takes names, links and treatments back; "new"
    does the same and links the article to a draft page of its own. A decided proposal is left alone.
    """
    proposal = (
        MatchProposal.objects.select_for_update(of=("self",)).select_related("file__page").get(pk=proposal.pk)
    )
    if not proposal.is_open:
        return proposal
    if proposal.page:
        _carry_out(proposal, decision, user)
    proposal.status = DECISIONS[decision]
    proposal.decided_by, proposal.decided_at = user, timezone.now()
    proposal.save()
    return proposal


def _carry_out(proposal, decision, user):
    if decision == "confirm":
        _mark_confirmed(proposal, user)
        return
    is_shared = proposal.relation == MatchProposal.Relation.NEW
    language = {} if is_shared else _take_names(proposal, user)
    replacement = None
    if decision == "new":
        names = [NameFound(name, language.get(name, "en")) for name in _own_names(proposal)]
        replacement = new_page(proposal.kind, names, proposal.page.locale, user)
    _move_options(proposal, replacement, user)
    _relink(proposal, replacement, user)


def _own_names(proposal):
    return list(dict.fromkeys([proposal.name, *proposal.added_names]))


def _mark_confirmed(proposal, user):
    page = latest(proposal.page)
    for name in page.names.all():
        if name.name in proposal.added_names:
            name.is_confirmed = True
    page.names.set(list(page.names.all()))
    keep(page, user)


def _take_names(proposal, user):
    """Take the unconfirmed names back; give {name: language} of those taken."""
    page = latest(proposal.page)
    taken = [name for name in page.names.all() if name.name in proposal.added_names and not name.is_confirmed]
    if taken:
        page.names.remove(*taken)
        keep(page, user)
    return {name.name: name.language for name in taken}


def _move_options(proposal, replacement, user):
    """Take the treatments back that the import put under a condition, and put them under its replacement."""
    if proposal.kind == MatchProposal.Kind.TREATMENT:
        return _change_treatment(proposal, replacement, user)
    page = latest(proposal.page)
    moved = [
        option
        for option in page.treatment_options.all()
        if str(option.translation_key) in proposal.file.added_options
    ]
    if moved:
        page.treatment_options.remove(*moved)
        keep(page, user)
    if moved and replacement:
        copies = [_copy(option) for option in moved]
        replacement.treatment_options.add(*copies)
        keep(replacement, user)
    return None


def _change_treatment(proposal, replacement, user):
    """Let the options that this file added name the right treatment, or none."""
    conditions = proposal.file.page.conditions.all() if proposal.file.page else []
    added = proposal.file.added_options
    for condition in conditions:
        page = latest(ConditionPage.objects.get(pk=condition.pk))
        for option in page.treatment_options.all():
            if option.treatment_id == proposal.page_id and str(option.translation_key) in added:
                page.treatment_options.remove(option)
                if replacement:
                    page.treatment_options.add(_copy(option, replacement))
                keep(page, user)


def _copy(option, treatment=None):
    """A new option with the words and stages of `option`."""
    copy = option.__class__.from_serializable_data(
        {**option.serializable_data(), "pk": None}, check_fks=False
    )
    copy.page_id = None
    copy.treatment_id = treatment.pk if treatment else option.treatment_id
    for stage in copy.stages.all():
        stage.pk = None
    return copy


def _relink(proposal, replacement, user):
    if not proposal.file.page:
        return
    article = latest(proposal.file.page)
    field = "conditions" if proposal.kind == MatchProposal.Kind.CONDITION else "treatments"
    linked = [page for page in getattr(article, field).all() if page.pk != proposal.page_id]
    setattr(article, field, [*linked, replacement] if replacement else linked)
    keep(article, user)
