"""Exactly the same, nearly the same, or something else."""

import pytest

from importing.pipeline.matching import Known, best_match


def kind(name, other):
    return best_match([name], [Known(1, (other,))]).kind


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Necrosis of the knee", "knee necrosis"),
        ("Massage therapy", "Massage"),
        ("Traditional Greek Medicine (TGM) therapy", "traditional Greek medicine"),
        ("Bone grafts", "Bone graft"),
        ("膝关节炎", "膝关节炎（OA）"),
    ],
)
def test_the_same_name_in_another_form_is_exact(name, other):
    assert kind(name, other) == "exact"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Avascular necrosis of the knee", "Necrosis of the knee"),
        ("Osteonecrosis of the knee", "Necrosis of the knee"),
        ("Mesenchymal stem cell therapy", "Stem cell therapy"),
        ("腰间突出", "腰椎间盘突出症"),
        ("膝关节炎", "膝关节炎症"),
    ],
)
def test_a_name_with_more_or_fewer_words_is_near(name, other):
    assert kind(name, other) == "near"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lumbar disc herniation", "Cervical disc herniation"),
        ("Hepatitis B", "Hepatitis C"),
        ("Diabetes", "Type 2 diabetes"),
        ("Knee pain", "Hip pain"),
        ("颈椎间盘突出", "腰椎间盘突出"),
        ("糖尿病", "妊娠糖尿病"),
        ("Arthritis", "关节炎"),
    ],
)
def test_names_that_each_have_their_own_word_are_different(name, other):
    assert kind(name, other) == "none"


def test_an_exact_match_of_any_name_comes_before_a_near_one():
    known = [Known("near", ("Severe knee necrosis",)), Known("exact", ("Worn knee",))]
    assert best_match(["Knee necrosis", "Worn knee"], known).key == "exact"


def test_nothing_matches_on_an_empty_site():
    assert best_match(["Gout"], []).kind == "none"
