"""The form of codes, and the table of ICD-10-CM."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from conditions.code_forms import tidy, validate
from conditions.icd10cm.finding import find
from conditions.models import ConditionCode, IcdCode
from tests.conditions.factories import make_condition
from tests.editorial.factories import make_contributor

pytestmark = pytest.mark.sqlite
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/icd10cm/icd10cm_2026.csv.gz"
GOOD = [
    *(("icd10cm", code) for code in ("M51.26", "G43", "U07.1", "S72.001A", "C4A.0", "M1A.00X0")),
    *(("icd10", code) for code in ("M51.2", "A00", "F32.11")),
    *(("icd11", code) for code in ("FA80.9", "8A80", "1B10.0", "ME84.2", "FA80.9&XK9J")),
    *(("mesh", code) for code in ("D055959", "D000068105")),
    *(("snomed", code) for code in ("73211009", "22298006", "38341003")),
]
BAD = [
    *(("icd10cm", code) for code in ("51.26", "M5", "M51.26000", "M51,2", "ＭM51.2", "m51.２")),
    *(("icd10", code) for code in ("M51.2A", "M5.12", "")),
    *(("icd11", code) for code in ("OA80", "F180", "FA80.", "FA80&", "FA80.901")),
    *(("mesh", code) for code in ("055959", "D05595", "C12345")),
    *(("snomed", code) for code in ("73211008", "7321109", "12345", "73211009x", "900000000000207008900")),
]


@pytest.mark.parametrize(("system", "code"), GOOD)
def test_a_code_of_the_right_form_is_taken(system, code):
    validate(tidy(code, system), system)


@pytest.mark.parametrize(("system", "code"), BAD)
def test_a_code_of_another_form_is_refused(system, code):
    with pytest.raises(ValidationError):
        validate(tidy(code, system), system)


@pytest.mark.parametrize(("typed", "kept"), [("m5126", "M51.26"), (" M51.26 ", "M51.26"), ("g43", "G43")])
def test_icd_is_kept_with_its_point(typed, kept):
    assert tidy(typed, "icd10cm") == kept


@pytest.fixture
def table(db):
    IcdCode.objects.create(code="M51.26", description="Other intervertebral disc displacement, lumbar region")
    IcdCode.objects.create(code="M51.2", description="Other intervertebral disc displacement")
    IcdCode.objects.create(code="G43", description="Migraine")


def errors_of(**fields):
    """Give the names of the fields of a code that are refused."""
    try:
        ConditionCode(system="icd10cm", **fields).clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_with_the_table_a_code_that_it_does_not_hold_is_refused(table):
    assert errors_of(code="m5126") == set()
    assert errors_of(code="M51.27") == {"code"}


def test_a_verification_names_person_and_day(tree):
    person = make_contributor(tree.people)
    assert errors_of(code="G43", verified_by=person) == {"verified_on"}
    assert errors_of(code="G43", verified_on=date(2026, 1, 1)) == {"verified_by"}
    assert errors_of(code="G43", verified_by=person, verified_on=date(2026, 1, 1)) == set()


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("m512", ["M51.2", "M51.26"]),
        ("disc lumbar", ["M51.26"]),
        ("migraine", ["G43"]),
        ("x", []),
        ("%", []),
        ("\0\0", []),
        ("nothing at all", []),
    ],
)
def test_codes_are_found_by_their_beginning_and_by_words(table, asked, codes):
    assert [row.code for row in find(asked)] == codes


def test_the_editor_looks_up_and_says_how_to_load(admin_client, tree):
    address = reverse("icd10cm_look_up")
    assert "load_icd10cm" in admin_client.get(address, {"q": "mig"}).json()["hint"]
    IcdCode.objects.create(code="G43", description="Migraine")
    assert admin_client.get(address, {"q": "mig"}).json()["codes"] == [{"code": "G43", "label": "Migraine"}]
    page = make_condition(tree.conditions)
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'data-icd10cm="{address}"' in form
    assert "js/admin/icd10cm.js" in form


def test_nobody_else_looks_it_up(client, db):
    assert client.get(reverse("icd10cm_look_up"), {"q": "mig"}).status_code == 302


FILES = {
    "codes.txt": "A000    Cholera due to Vibrio cholerae\nA001    Cholera, eltor\nA009    Cholera\n",
    "order.txt": "".join(f"0000{n} A00{n}    1 {'Cholera':<60} Cholera number {n}\n" for n in range(3)),
    "table.csv": 'code,description,parent\nA00,Cholera,\nA00.0,"Cholera, classical",A00\nA00.1,Eltor,A00\n',
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("packed", [False, True])
def test_official_files_are_loaded_plain_or_packed(db, tmp_path, name, packed, capsys):
    path = tmp_path / (f"{name}.gz" if packed else name)
    content = FILES[name].encode()
    path.write_bytes(gzip.compress(content) if packed else content)
    call_command("load_icd10cm", path)
    assert "loaded: 3" in capsys.readouterr().out
    assert IcdCode.objects.get(code="A00.1").description


@pytest.mark.needs("data")
def test_the_whole_classification_is_loaded_and_searched(db):
    call_command("load_icd10cm", OFFICIAL)
    assert IcdCode.objects.count() > 40_000
    assert "M51.26" in [row.code for row in find("disc displacement lumbar region")]


BROKEN = {
    "a.txt": b"Hello world\n",
    "b.csv": b"x,y\n1,2\n",
    "c.gz": b"no gzip",
    "d.txt": b"\xff\xfe",
    "e.txt": b"",
}


@pytest.mark.parametrize("name", BROKEN)
def test_any_other_file_is_refused_and_the_table_stays(table, tmp_path, name):
    (tmp_path / name).write_bytes(BROKEN[name])
    with pytest.raises(CommandError):
        call_command("load_icd10cm", tmp_path / name)
    assert IcdCode.objects.count() == 3


def test_a_file_that_is_not_there_is_told(table, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_icd10cm", tmp_path / "nothing.txt")
