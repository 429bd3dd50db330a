"""The treatments of a condition, made ready to be compared: grouped, graded, in a table by stage.

Certainty is shown as dots and always in words as well: the dots say how sure the evidence is,
never how well a treatment works.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from pages.translations import in_language, link_fields

from .untranslated import originals_of, texts_left

DOTS = {"high": 4, "moderate": 3, "low": 2, "very_low": 1, "not_assessed": 0}


@dataclass(frozen=True)
class Grade:
    """The certainty at one stage: words, four dots (True is filled), and why."""

    stage: str
    stage_text: str
    text: str
    dots: tuple[bool, ...]
    note: str = ""
    reason: str = ""
    assessed_on: date | None = None


@dataclass
class Option:
    """One treatment of one condition. `url` is empty while the other page is not published.

    `left`: the language (BCP 47) of each text of `record` that is not yet translated, by field name.
    """

    name: str
    url: str
    anchor: str
    record: object
    grades: list[Grade]
    left: dict[str, str] = field(default_factory=dict)

    @property
    def one_grade(self):
        """The Grade when all stages share the same words, else None."""
        return self.grades[0] if len({grade.text for grade in self.grades}) == 1 else None


@dataclass
class Group:
    """Conventional, emerging or complementary, with its options in the editor's order."""

    key: str
    title: str
    options: list[Option] = field(default_factory=list)


@dataclass
class Row:
    """One treatment in the table: a cell a stage, its list empty where nothing is known."""

    option: Option
    cells: list[tuple[str, list[Grade]]]


@dataclass
class StageTable:
    """Treatments by stages; `stages` are titles (str) of the columns."""

    stages: list[str]
    rows: list[Row]


def options_of(page, request):
    """Give [Option] of a ConditionPage, in four queries whatever their number."""
    records = list(_with_links(page.treatment_options.all(), "treatment"))
    treatments = in_language([record.treatment for record in records], page.locale_id)
    originals = originals_of(records)
    return [
        make_option(record, treatment, request, originals.get(record.translation_key))
        for record, treatment in zip(records, treatments, strict=True)
    ]


def options_with(treatment, request):
    """Give [Option] named after the published conditions for which a TreatmentPage is an option."""
    records = list(_with_links(treatment.naming_options, "page").order_by("page__title"))
    originals = originals_of(records)
    return [
        make_option(record, record.page, request, originals.get(record.translation_key)) for record in records
    ]


def _with_links(options, relation):
    """Give `options` (queryset) with their stages and what is needed to link to the pages of `relation`."""
    own = [field.name for field in options.model._meta.concrete_fields]
    found = options.select_related(relation).only(*own, *link_fields(relation))
    return found.prefetch_related("stages")


def make_option(record, page, request, original=None):
    """Give the Option of a TreatmentOption; `page` is what the reader may open from here.

    `original`: the TreatmentOption of which `record` is a translation, None when it is none.
    """
    url = page.get_url(request) if page.live else ""
    left = texts_left(record, original)
    return Option(page.title, url or "", f"option-{record.pk}", record, grades_of(record), left)


def grades_of(record):
    """Give [Grade] of a TreatmentOption in the order of the stages."""
    stages = list(record.stages.all())
    order = [key for key, _label in stages[0]._meta.get_field("stage").choices] if stages else []
    return [
        Grade(
            evidence.stage,
            str(evidence.get_stage_display()),
            str(evidence.get_certainty_display()),
            dots(evidence.certainty),
            evidence.note,
            evidence.reason,
            evidence.assessed_on,
        )
        for evidence in sorted(stages, key=lambda evidence: order.index(evidence.stage))
    ]


def certainty_counts(options):
    """Give [(words, number)] of [Option], the surest first, as TreatmentOptionQuerySet counts them."""
    if not options:
        return []
    choices = options[0].record.stages.model._meta.get_field("certainty").choices
    words = {key: str(label) for key, label in choices}
    counts = Counter(grade.text for option in options for grade in option.grades)
    counts[words["not_assessed"]] += sum(not option.grades for option in options)
    return [(text, counts[text]) for text in words.values() if counts[text]]


def dots(certainty):
    """Give four bools for a Certainty value, as many True as it is sure."""
    return tuple(place < DOTS[certainty] for place in range(4))


def grouped(options):
    """Give [Group] in the fixed order conventional, emerging, complementary; empty ones left out."""
    if not options:
        return []
    groups = [Group(key, str(title)) for key, title in type(options[0].record).Group.choices]
    for group in groups:
        group.options = [option for option in options if option.record.group == group.key]
    return [group for group in groups if group.options]


def stage_table(groups):
    """Give the StageTable of grouped options, or None when there is nothing to compare.

    Columns are the stages that occur, earliest first; one treatment at one stage needs no table.
    """
    options = [option for group in groups for option in group.options if option.grades]
    stages = _stages_of(options)
    if len(options) < 2:
        return None
    rows = [
        Row(
            option,
            [
                (title, [grade for grade in option.grades if grade.stage == key])
                for key, title in stages.items()
            ],
        )
        for option in options
    ]
    return StageTable(list(stages.values()), rows)


def _stages_of(options):
    present = {grade.stage: grade.stage_text for option in options for grade in option.grades}
    choices = options[0].record.stages.model._meta.get_field("stage").choices if options else []
    return {key: present[key] for key, _label in choices if key in present}
