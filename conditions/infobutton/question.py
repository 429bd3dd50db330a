"""What a health record asked, read from the parameters of the address."""

from dataclasses import dataclass

from django.utils.translation import get_supported_language_variant
from django.utils.translation import gettext as _

from conditions.models import ConditionCode
from pages.xml_text import xml_text

LONGEST = 255
CODE = "mainSearchCriteria.v.c"
SYSTEM = "mainSearchCriteria.v.cs"
NAME = "mainSearchCriteria.v.dn"
LANGUAGE = "informationRecipient.languageCode.c"
FORMAT = "knowledgeResponseType"
PARAMETERS = (CODE, SYSTEM, NAME, LANGUAGE, FORMAT)

# Object identifiers of the classifications, as HL7 registers them (https://www.hl7.org/oid/).
SYSTEMS = {
    "2.16.840.1.113883.6.90": ConditionCode.System.ICD10CM,
    "2.16.840.1.113883.6.3": ConditionCode.System.ICD10,
    "2.16.840.1.113883.6.177": ConditionCode.System.MESH,
    "2.16.840.1.113883.6.96": ConditionCode.System.SNOMED,
}


class BadQuestion(Exception):
    """The request cannot be understood; its text says why, in plain words."""


@dataclass(frozen=True)
class Question:
    """`system`: a ConditionCode.System, None for an unknown one; `language`: a code of ours or None.

    `given`: the parameters (dict) as they were sent.
    """

    code: str
    system: str | None
    name: str
    language: str | None
    wants_json: bool
    given: dict


def read_question(parameters):
    """Give the Question in `parameters` (a QueryDict); raise BadQuestion."""
    given = {name: parameters.get(name, "").strip() for name in PARAMETERS}
    for name, value in given.items():
        if len(value) > LONGEST or xml_text(value) != value:
            words = _("%(name)s is too long or holds characters that no text has.")
            raise BadQuestion(words % {"name": name})
    if not given[CODE] and not given[NAME]:
        raise BadQuestion(
            _("Ask with %(code)s and %(system)s, or with %(name)s.")
            % {"code": CODE, "system": SYSTEM, "name": NAME}
        )
    return Question(
        code=given[CODE].upper(),
        system=SYSTEMS.get(given[SYSTEM]),
        name=given[NAME],
        language=language_of(given[LANGUAGE]),
        wants_json=given[FORMAT].split(";")[0].strip().lower() == "application/json",
        given={name: value for name, value in given.items() if value},
    )


def language_of(tag):
    """Give our code (str) for a BCP 47 tag: English for none, None for a language that we do not have."""
    try:
        return get_supported_language_variant((tag or "en").lower().replace("_", "-"))
    except LookupError:
        return None
