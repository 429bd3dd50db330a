"""The rows S0-1 to S4-6 of the acceptance list that concern reading: the real source pages, parsed."""

import re

import pytest

from importing.pipeline.accounting import invented, unaccounted

from .reading import entries, headings, labels, lists, paragraphs, texts
from .seeds import seed_path


def source_lines(number):
    return seed_path(number).read_text("utf-8").split("\n")


def word_count(text):
    return len(re.findall(r"\w+", re.sub(r"(?m)^\d+\. ", "", text)))


@pytest.mark.parametrize("number", range(5))
def test_every_line_of_a_source_page_is_in_the_draft_or_in_the_ledger(seed, number):
    page = seed(number)
    assert unaccounted(page) == {}
    assert invented(page) == {}
    assert not entries(page, "lost")


def test_s0_1_the_first_line_is_the_title_and_not_repeated(seed):
    page = seed(0)
    assert page.title == source_lines(0)[1]
    assert not page.title_is_proposed
    assert page.title not in headings(page) + paragraphs(page)


def test_s0_2_the_line_under_the_title_is_the_readers_question(seed):
    assert seed(0).question.text == source_lines(0)[2]


def test_s0_3_the_condition_has_both_names_of_the_text(seed):
    names = {name.name.lower() for name in seed(0).condition.names}
    assert {"avascular necrosis of the femoral head", "osteonecrosis of the femoral head"} <= names


def test_s0_4_one_ordered_list_of_six_labelled_treatments(seed):
    (listing,) = lists(seed(0))
    assert listing.kind == "numbers"
    assert labels(listing) == [re.match(r"\d\. ([^:]+):", line)[1] for line in source_lines(0)[6:12]]


def test_s0_4_each_treatment_is_conservative(seed):
    treatments = seed(0).treatments
    assert len(treatments) == 6
    assert {treatment.approach for treatment in treatments} == {"conservative"}


def test_s0_6_no_word_of_the_body_is_removed(seed):
    page = seed(0)
    body = [page.question.text, *paragraphs(page)]
    body += [f"{item.label.text} {item.texts[0].text}" for item in lists(page)[0].items]
    assert word_count("\n".join(body)) == word_count("\n".join(source_lines(0)[2:]))


def test_s1_1_menu_words_are_removed_and_the_section_is_kept(seed):
    page = seed(1)
    assert [entry.line for entry in entries(page, "menu")] == [1, 2, 4]
    assert page.section == source_lines(1)[2]
    assert page.title == source_lines(1)[5]


def test_s1_2_the_sections_stand_in_the_order_of_the_source(seed):
    lines = source_lines(1)
    assert headings(seed(1), 2) == [lines[9], lines[25], lines[59]]


def test_s1_3_the_benefits_are_one_list_of_five(seed):
    (listing,) = lists(seed(1))
    assert texts(listing) == [source_lines(1)[index][2:] for index in range(15, 24, 2)]
    assert seed(1).treatments[0].benefits == texts(listing)


def test_s1_4_eight_numbered_treatments_without_typed_numbers(seed):
    numbered = [line[3:] for line in source_lines(1) if re.match(r"\d\. ", line)]
    assert len(numbered) == 8
    assert headings(seed(1), 3)[1:] == numbered


def test_s1_5_one_treatment_is_emerging_and_its_risks_are_empty(seed):
    groups = [treatment.group for treatment in seed(1).treatments]
    assert groups == ["emerging"] + ["conventional"] * 8
    assert seed(1).treatments[0].risks == []


def test_s1_6_each_treatment_has_the_stages_of_the_text(seed):
    stages = [{stage for stage, _note in treatment.stages} for treatment in seed(1).treatments]
    early, middle, late = {"early"}, {"middle"}, {"late"}
    assert stages == [early | middle, early, set(), set(), early | middle, middle, late, set(), set()]


def test_s1_6_the_notes_keep_the_words_of_the_page(seed):
    by_line = {treatment.line: dict(treatment.stages) for treatment in seed(1).treatments}
    assert "unfit for surgery" in by_line[28]["early"]


def test_s1_7_the_caveat_stays_beside_the_treatment(seed):
    (caveat,) = entries(seed(1), "caveat")
    assert "evidence" in caveat.original
    assert caveat.original in seed(1).treatments[7].risks


def test_s1_8_the_institution_is_a_provider_and_no_reviewer(seed):
    (person,) = seed(1).attributions
    assert person.role == "provider"
    assert person.name in source_lines(1)[61]


def test_s2_1_the_title_is_proposed_from_the_first_question(seed):
    page = seed(2)
    assert page.title_is_proposed
    assert page.title == re.findall(r"[A-Z][^.?!]*\?", source_lines(2)[0])[0]


def test_s2_2_the_line_is_split_at_its_own_questions(seed):
    page = seed(2)
    questions = re.findall(r"[A-Z][^.?!]*\?", source_lines(2)[0])
    starts = [text for text in paragraphs(page) if text.startswith(tuple(questions))]
    assert len(starts) == len(questions) == 3
    assert not paragraphs(page)[-1].endswith("|")


def test_s2_2_the_lost_heading_is_proposed(seed):
    page = seed(2)
    (entry,) = entries(page, "embedded_heading")
    assert headings(page) == [entry.result]
    assert entry.result.endswith("difficult to restore")


def test_s2_3_previous_and_next_are_kept_as_links(seed):
    neighbours = {link.kind: link.title for link in seed(2).links if link.kind != "related"}
    lines = source_lines(2)
    assert neighbours == {"previous": lines[1][4:], "next": lines[2][4:]}


def test_s2_4_all_fifteen_teasers_leave_the_body(seed):
    page = seed(2)
    related = [link.title for link in page.links if link.kind == "related"]
    assert related == [line.removesuffix("...").strip() for line in source_lines(2)[3:18]]
    assert len(entries(page, "teaser")) == 15


def test_s2_6_the_dean_is_a_quoted_expert(seed):
    (person,) = seed(2).attributions
    assert (person.role, person.name) == ("quoted", re.search(r"Dean( \w+){2}", source_lines(2)[0])[0])


def test_s3_1_a_question_as_title_is_pointed_out(seed):
    assert seed(3).title == source_lines(3)[0]
    assert seed(3).title_is_question


def test_s3_2_the_outline_has_three_levels(seed):
    page = seed(3)
    all_headings = headings(page)
    first, second, third = (source_lines(3)[index][3:] for index in (16, 30, 34))
    assert [text for text in headings(page, 2) if text in (first, second, third)] == [first, second, third]
    assert all_headings.index(second) - all_headings.index(first) == 7
    assert set(all_headings[all_headings.index(first) + 1 : all_headings.index(second)]) <= set(
        headings(page, 3)
    )


def test_s3_2_the_indications_are_a_list_of_five(seed):
    numbered = [listing for listing in lists(seed(3)) if listing.kind == "numbers"]
    assert [len(listing.items) for listing in numbered] == [5]
    assert not any(re.search("[①-⑤]", text) for text in texts(numbered[0]))


def test_s3_3_run_in_headings_are_set_apart(seed):
    page = seed(3)
    rest = source_lines(3)[18].removeprefix("(1) ")
    heading = next(text for text in headings(page, 3) if rest.startswith(text))
    assert rest.removeprefix(heading).strip() in paragraphs(page)
    assert len(heading.split()) == 3


def test_s3_4_junk_is_cleaned_and_damage_is_shown(seed):
    page = seed(3)
    assert [entry.line for entry in entries(page, "junk_question_mark")] == [15, 41, 43, 49, 51]
    (damaged,) = entries(page, "damaged")
    assert damaged.line == 7
    assert any(damaged.original in text for text in paragraphs(page))


def test_s3_5_both_mentions_are_one_source_with_what_they_cover(seed):
    first, second = seed(3).sources
    assert first.title == second.title
    assert first.type == "encyclopedia"
    assert (first.covers, second.covers) == ((11, 15), (15, 15))


def test_s3_6_the_steps_are_a_list_of_two(seed):
    steps = [listing for listing in lists(seed(3)) if listing.kind == "steps"]
    assert [len(listing.items) for listing in steps] == [2]


def test_s4_1_title_and_text_have_their_own_language(seed):
    page = seed(4)
    assert page.title == source_lines(4)[0]
    assert (page.title_language, page.body_language) == ("zh-hans", "en")


def test_s4_3_six_headings(seed):
    lines = source_lines(4)
    assert headings(seed(4), 2) == [lines[index] for index in range(1, 13, 2)]


def test_s4_4_headings_of_dynamic_parts_leave_the_body(seed):
    page = seed(4)
    assert [entry.line for entry in entries(page, "related_heading")] == [14]
    assert [entry.line for entry in entries(page, "comment_heading")] == [15]


def test_s4_5_different_languages_are_pointed_out(seed):
    assert entries(seed(4), "language_mismatch")


def test_s4_6_the_condition_has_its_everyday_names(seed):
    names = {name.name.lower(): name.language for name in seed(4).condition.names}
    assert names.pop(source_lines(4)[0].removeprefix("干细胞治疗")) == "zh-hans"
    assert set(names) == {"lumbar disc herniation", "slipped disc", "herniated disc"}
