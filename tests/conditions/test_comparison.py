"""Treatments of a condition, compared."""

from conditions.comparison import dots, grouped, options_of, stage_table
from conditions.models import Certainty

from .factories import make_condition, make_option, make_treatment


def options_with(tree, *rows):
    """Give the Options of one condition from (treatment, group, stages) rows."""
    condition = make_condition(tree.conditions)
    for title, group, stages in rows:
        make_option(condition, make_treatment(tree.treatments, title), group=group, stages=stages)
    return options_of(condition, None)


def test_each_grade_has_its_number_of_dots():
    assert [sum(dots(certainty)) for certainty in Certainty.values] == [4, 3, 2, 1, 0]


def test_groups_come_in_a_fixed_order_without_empty_ones(tree):
    groups = grouped(options_with(tree, ("B", "complementary", []), ("A", "conventional", [])))
    assert [group.key for group in groups] == ["conventional", "complementary"]


def test_the_table_has_only_stages_that_occur_earliest_first(tree):
    options = options_with(
        tree,
        ("A", "conventional", [("late", "high"), ("early", "low")]),
        ("B", "conventional", [("middle", "low")]),
    )
    assert stage_table(grouped(options)).stages == ["Early", "Middle", "Late"]


def test_a_cell_without_evidence_is_empty(tree):
    options = options_with(
        tree, ("A", "conventional", [("early", "low")]), ("B", "conventional", [("late", "high")])
    )
    first, second = stage_table(grouped(options)).rows
    assert [len(grades) for _stage, grades in first.cells] == [1, 0]
    assert [len(grades) for _stage, grades in second.cells] == [0, 1]


def test_two_notes_on_one_stage_share_a_cell(tree):
    options = options_with(
        tree,
        ("A", "conventional", [("early", "low"), ("early", "high")]),
        ("B", "conventional", [("early", "low")]),
    )
    (cell,) = stage_table(grouped(options)).rows[0].cells
    assert [grade.text for grade in cell[1]] == ["Low certainty", "High certainty"]


def test_one_treatment_needs_no_table(tree):
    assert stage_table(grouped(options_with(tree, ("A", "conventional", [("early", "low")])))) is None


def test_no_treatment_gives_no_groups(tree):
    assert grouped(options_with(tree)) == []
    assert stage_table([]) is None


def test_one_grade_is_said_once_when_all_stages_agree(tree):
    same, mixed = options_with(
        tree,
        ("A", "conventional", [("early", "low"), ("late", "low")]),
        ("B", "conventional", [("early", "low"), ("late", "high")]),
    )
    assert same.one_grade.text == "Low certainty"
    assert mixed.one_grade is None


def test_a_treatment_that_is_a_draft_is_named_without_a_link(tree):
    condition = make_condition(tree.conditions)
    make_option(condition, make_treatment(tree.treatments, "Hidden", live=False))
    (option,) = options_of(condition, None)
    assert (option.name, option.url) == ("Hidden", "")
