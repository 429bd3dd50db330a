"""People, sources, conditions and treatments, found in texts that nobody wrote for the rules."""

import pytest

from .reading import entries, read
from .samples import CHINESE, ONE_LINE, TREATMENTS_ENGLISH

TEXT = "This is a sentence of running text that is long enough to be a body."


def people(sentence):
    return [(person.role, person.name) for person in read(f"A Title\n\n{TEXT} {sentence}").attributions]


def condition_names(text):
    condition = read(text).condition
    return [name.name for name in condition.names] if condition else []


@pytest.mark.parametrize(
    ("sentence", "role", "name"),
    [
        ("Professor Ann Example explained that water is warm.", "quoted", "Professor Ann Example"),
        ("Dr. Jo Doe, head of the pool, says that it is open.", "quoted", "Dr. Jo Doe"),
        ("It is open, said Doctor Jo Doe.", "quoted", "Doctor Jo Doe"),
        ("李小明教授指出，水是温的。", "quoted", "李小明教授"),
        (
            "Experts from Green Valley Hospital point out that water is warm.",
            "provider",
            "Green Valley Hospital",
        ),
        ("According to the Sunny Clinic, water is warm.", "provider", "Sunny Clinic"),
        ("绿谷医院的专家表示，水是温的。", "provider", "绿谷医院"),
    ],
)
def test_who_speaks_is_recorded(sentence, role, name):
    assert people(sentence) == [(role, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The doctor said that water is warm.",
        "Experts from the World Health Organization point out that water is warm.",
        "According to Monday's paper the pool is open.",
    ],
)
def test_unnamed_people_and_public_bodies_are_no_providers(sentence):
    assert people(sentence) == []


@pytest.mark.parametrize("name", ["Wikipedia", "Sample Encyclopedia", "某某百科"])
def test_an_encyclopedia_is_a_source(name):
    page = read(f"A Title\n\n{TEXT} ({name})")
    assert [(source.title, source.covers) for source in page.sources] == [(name, (3, 3))]


def test_a_source_announced_for_what_follows_covers_it():
    page = read(f"A Title\n\nWhat is a knee? (The following is from Wikipedia)\n\n{TEXT}\n\n{TEXT}")
    assert page.sources[0].covers == (3, 7)


def test_the_condition_is_what_the_text_keeps_naming():
    assert condition_names(ONE_LINE) == ["Knee arthritis"]
    assert condition_names(TREATMENTS_ENGLISH) == ["Elbow tendinitis", "Tennis elbow"]
    assert condition_names(CHINESE) == ["膝关节炎", "老寒腿"]


def test_abbreviations_and_stated_names_belong_to_the_condition():
    text = (
        "Frozen Shoulder Syndrome\n\nFrozen shoulder syndrome (FSS), also known as stiff shoulder or "
        "locked joint, is a disorder of the shoulder. Frozen shoulder syndrome goes away slowly. "
        "Many people have frozen shoulder syndrome."
    )
    assert condition_names(text) == ["Frozen shoulder syndrome", "FSS", "Stiff shoulder", "Locked joint"]


def test_a_page_about_no_condition_says_so():
    page = read(f"How to swim\n\n{TEXT}")
    assert page.condition is None
    assert entries(page, "no_condition")


def test_groups_come_from_the_headings_first():
    groups = {treatment.names[0].name: treatment.group for treatment in read(TREATMENTS_ENGLISH).treatments}
    assert groups["Shock wave therapy"] == "emerging"
    assert groups["Elbow brace"] == "conventional"


def test_stages_risks_benefits_and_caveats_come_from_the_treatments_own_part():
    by_name = {treatment.names[0].name: treatment for treatment in read(TREATMENTS_ENGLISH).treatments}
    assert [stage for stage, _note in by_name["Rest and activity changes"].stages] == ["early"]
    assert [stage for stage, _note in by_name["Tendon repair surgery"].stages] == ["late"]
    assert by_name["Elbow brace"].risks == ["It carries risks such as skin irritation."]
    assert len(by_name["Shock wave therapy"].benefits) == 2
    assert by_name["Shock wave therapy"].risks == ["Evidence for it is limited and more studies are needed."]


def test_complementary_treatments_are_known_by_their_names():
    page = read(
        "Treatments for knee arthritis\n\nKnee arthritis has several treatments, which include:\n"
        "1. Acupuncture (ACU) therapy: thin needles.\n2. Swimming lessons: warm water."
        "\n\nKnee arthritis is common."
    )
    treatments = {treatment.names[0].name: treatment for treatment in page.treatments}
    assert treatments["Acupuncture"].group == "complementary"
    assert [name.name for name in treatments["Acupuncture"].names] == ["Acupuncture", "ACU"]
    assert treatments["Swimming lessons"].group == "conventional"


def test_a_lowered_risk_is_no_risk_of_the_treatment():
    page = read(
        "Treatments for knee arthritis\n\nConventional Treatments\n\n1. Swimming\n\n"
        "It can reduce the risk of falls "
        "and has few side effects.\n\n2. Walking\n\nIt may make the knee sore for a day."
    )
    assert page.treatments[0].risks == []


def test_general_headings_are_no_treatments():
    page = read(f"A Title\n\nSurgical Treatment\n\n1. Indications\n\n{TEXT}\n\n2. Surgical method\n\n{TEXT}")
    assert page.treatments == []


def test_a_title_in_another_language_gives_a_name_to_confirm():
    page = read(
        f"水疗治疗膝盖痛\nIntroduction\n{TEXT}\n\n"
        "Knee arthritis hurts. Knee arthritis is common. Knee arthritis lasts."
    )
    assert ("膝盖痛", "zh-hans") in [(name.name, name.language) for name in page.condition.names]
    assert page.languages_differ
