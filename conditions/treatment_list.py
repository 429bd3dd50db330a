"""The list of treatments: by name in any script, narrowed to a group, with what each is used for."""

from dataclasses import dataclass

from editorial.cards import voice_labels
from pages.cards import Card, Label
from pages.lists import one_page
from pages.pinyin import sort_key


@dataclass
class ListedTreatment:
    """A treatment in the list, with (name, address) of the conditions it is an option for."""

    card: Card
    uses: list[tuple[str, str]]


def listing(found, request):
    """Give (dict) one page of `found` (a queryset of TreatmentPage) in a fixed number of queries."""
    record = found.model._meta.get_field("treatment_options").related_model
    groups = record.Group.choices
    group = request.GET.get("group") if request.GET.get("group") in dict(groups) else ""
    if group:
        in_group = record.objects.filter(group=group, page__live=True)
        found = found.filter(translation_key__in=in_group.values("treatment__translation_key"))
    rows = sorted(found.values_list("title", "pk"), key=lambda row: sort_key(row[0]))
    pager = one_page([pk for _title, pk in rows], request)
    return {
        "treatments": _listed(found.model, record, list(pager.object_list), request),
        "pager": pager,
        "groups": groups,
        "group": group,
    }


def _listed(model, record, ids, request):
    by_id = model.objects.in_bulk(ids)
    pages = [by_id[pk] for pk in ids]
    options = _options(record, pages)
    cards = model.cards(pages, request)
    return [
        _one(page, card, options.get(page.translation_key, []), request)
        for page, card in zip(pages, cards, strict=True)
    ]


def _options(record, pages):
    """Give {translation key: [option]} for published conditions in the language of `pages`."""
    found = record.objects.filter(
        treatment__translation_key__in=[page.translation_key for page in pages], page__live=True
    ).select_related("page", "treatment")
    # Asked for one language, SQLite walks through all conditions in it.
    languages = {page.locale_id for page in pages}
    by_key = {}
    for option in found:
        if option.page.locale_id in languages:
            by_key.setdefault(option.treatment.translation_key, []).append(option)
    return by_key


def _one(page, card, options, request):
    emerging = [option.get_group_display() for option in options if option.group == option.Group.EMERGING]
    card.labels = [*(Label(text, "emerging") for text in emerging[:1]), *voice_labels(page)]
    uses = {option.page.title: option.page.get_url(request) for option in options}
    return ListedTreatment(card, sorted(uses.items(), key=lambda use: sort_key(use[0])))
