"""What conditions and treatments are in the words of schema.org."""

from editorial.structured_data import may_be_medical, medical_web_page
from pages.structured_data import describes, whole

from .models import ConditionIndexPage, ConditionPage, TreatmentIndexPage, TreatmentOption, TreatmentPage


@describes(ConditionPage)
def condition(page, context):
    """The page about a condition: its names, codes and established treatments."""
    entity = {
        **named("MedicalCondition", page, context),
        "possibleTreatment": [treatment(option, context) for option in established(context["sections"])],
    }
    return about(page, context, entity)


@describes(TreatmentPage)
def therapy(page, context):
    """The page about a treatment: names and codes. What it is worth depends on the condition, so not that."""
    return about(page, context, named("MedicalTherapy", page, context))


@describes(ConditionIndexPage, TreatmentIndexPage)
def index(page, context):
    """A list of conditions or treatments."""
    return {"@type": "CollectionPage"}


def about(page, context, entity):
    """Give the properties of a medical page about `entity` (dict), which only a medical page names."""
    return {**medical_web_page(page, context), "about": entity if may_be_medical(page) else None}


def named(kind, page, context):
    """Give the entity of type `kind` (str) that `page` is about, with confirmed names and codes."""
    return {
        "@type": kind,
        "name": page.title,
        "alternateName": [name.text for name in context["names"]],
        "description": page.summary,
        "code": [code(item) for item in context["codes"]],
    }


def code(item):
    """Give schema.org's MedicalCode of one of ours."""
    return {
        "@type": "MedicalCode",
        "codeValue": item.code,
        "codingSystem": str(item.get_system_display()),
        "name": item.label,
    }


def established(sections):
    """Give the [Option] that are conventional: a machine has no room for the caveats of the others."""
    groups = [group for section in sections for group in section.extra.get("groups") or []]
    return [
        option
        for group in groups
        if group.key == TreatmentOption.Group.CONVENTIONAL
        for option in group.options
    ]


def treatment(option, context):
    """Give the MedicalTherapy that an Option names."""
    return {"@type": "MedicalTherapy", "name": option.name, "url": whole(context, option.url)}
