"""A treatment carries codes as a condition does: checked, its own, and told to machines."""

import json

import pytest
from django.core.exceptions import ValidationError

from conditions.infobutton.question import SYSTEMS
from conditions.models import TreatmentCode
from editorial.gate import problems
from tests.pages.asking import html_of

from .factories import make_treatment

# The form of a descriptor of MeSH; which thing it stands for does not matter here.
CODE = "D000001"
MESH = next(oid for oid, system in SYSTEMS.items() if system == "mesh")


@pytest.fixture
def coded(tree):
    page = make_treatment(tree.treatments, "Physiotherapy", summary="Movement.")
    TreatmentCode.objects.create(page=page, system="mesh", code=CODE, label="As printed")
    return page


def test_infobutton_answers_with_the_treatment(client, coded):
    question = {"mainSearchCriteria.v.c": CODE, "mainSearchCriteria.v.cs": MESH}
    answer = client.get("/infobutton", question | {"knowledgeResponseType": "application/json"})
    assert [entry["title"]["_value"] for entry in answer.json()["feed"]["entry"]] == ["Physiotherapy"]


def test_readers_json_ld_and_the_api_name_the_code(client, coded):
    html = html_of(client, coded.url)
    assert f"MeSH <b>{CODE}</b> As printed" in html
    about = json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["about"]
    assert (about["@type"], about["code"][0]["codeValue"]) == ("MedicalTherapy", CODE)
    said = client.get(f"/api/v2/pages/{coded.pk}/").json()
    assert [code["code"] for code in said["codes"]] == [CODE]


def test_the_code_of_another_treatment_is_refused(tree, coded):
    other = make_treatment(tree.treatments, "Massage", live=False)
    other.codes.add(TreatmentCode(system="mesh", code=CODE))
    reasons = [found.message for found in problems(other) if found.rule == "codes_of_a_treatment_are_its_own"]
    assert reasons == [
        f"MeSH {CODE} is already the code of “Physiotherapy”. One code belongs to one treatment."
    ]


@pytest.mark.parametrize(
    ("system", "code", "field"),
    [("mesh", "55959", "code"), ("snomed", "73211008", "code"), ("icd10cm", "M51.26", "system")],
)
def test_what_is_no_code_of_a_treatment_is_refused(coded, system, code, field):
    with pytest.raises(ValidationError) as refused:
        TreatmentCode(page=coded, system=system, code=code).full_clean()
    assert field in refused.value.message_dict


def test_who_verified_is_said_with_when(coded):
    half = TreatmentCode(page=coded, system="mesh", code=CODE, verified_on="2026-01-01")
    with pytest.raises(ValidationError, match="Say both"):
        half.full_clean()
