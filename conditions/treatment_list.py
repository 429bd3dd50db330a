"""The list of treatments: by name in any script, narrowed to a group, with what each is used for."""

from dataclasses import dataclass

from editorial.cards import voice_labels
from pages.cards import Card, Label, card
from pages.lists import listed, one_page
from pages.pinyin import sort_key
from pages.translations import LINK_FIELDS


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
    by_id = listed(model.objects).in_bulk(ids)
    pages = [by_id[pk] for pk in ids]
    uses, emerging = _uses(record, pages, request)
    return [
        ListedTreatment(
            card(page, request, labels=[*emerging.get(page.translation_key, []), *voice_labels(page)]),
            sorted(uses.get(page.translation_key, {}).items(), key=lambda use: sort_key(use[0])),
        )
        for page in pages
    ]


def _uses(record, pages, request):
    """Give {translation key: {name: address}} of the published conditions in the language of `pages` for
    which each is an option, and {translation key: [Label]} of those that are emerging for one of them.
    """
    rows = record.objects.filter(
        treatment__translation_key__in=[page.translation_key for page in pages], page__live=True
    ).values_list("treatment__translation_key", "group", "page_id", "page__locale_id")
    # Asked for one language, SQLite walks through all conditions in it.
    languages = {page.locale_id for page in pages}
    rows = [row[:3] for row in rows if row[3] in languages]
    conditions = _links(record, {condition for _key, _group, condition in rows}, request)
    uses, emerging = {}, {}
    for key, group, condition in rows:
        title, url = conditions[condition]
        uses.setdefault(key, {})[title] = url
        if group == record.Group.EMERGING:
            emerging[key] = [Label(str(record.Group.EMERGING.label), "emerging")]
    return uses, emerging


def _links(record, ids, request):
    """Give {id: (title, address)} of the conditions with these `ids` (set of int)."""
    model = record._meta.get_field("page").related_model
    pages = model.objects.filter(pk__in=ids).order_by().only(*LINK_FIELDS)
    return {page.pk: (page.title, page.get_url(request)) for page in pages}
