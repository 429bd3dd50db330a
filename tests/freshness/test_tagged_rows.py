"""Conditions, treatments, people, sources, pictures: what shows one is renewed, and nothing else is."""

import pytest
from django.conf import settings
from django.db import connection

from conditions.models import ConditionName, StageEvidence, TreatmentOption
from editorial.citations.markup import citation
from editorial.models import Contribution
from freshness.reading import reader
from freshness.stored.middleware import StoredPageMiddleware
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor, make_source

from .asking import ask
from .test_stored import refuse
from .test_tags import publish

ARTICLE, CONDITION, TREATMENT = "/articles/a/", "/conditions/c/", "/treatments/t/"


@pytest.fixture
def rows(tree, counting):
    """An article about a condition and a treatment of it, by somebody, with a source; one more of each."""
    made = {name: make_source(f"Source {name}") for name in ("source", "other_source")}
    for name, slug in (("condition", "c"), ("other_condition", "oc")):
        text = [("paragraph", f"<p>Cited {citation(made['source'].pk)}</p>")]
        made[name] = make_condition(tree.conditions, f"Condition {slug}", slug=slug, overview=text)
    for name, slug in (("treatment", "t"), ("other_treatment", "ot")):
        made[name] = make_treatment(tree.treatments, f"Treatment {slug}", slug=slug)
    for name in ("person", "other_person"):
        made[name] = make_contributor(tree.people, f"Somebody {name}", slug=name)
    made["option"] = make_option(made["condition"], made["treatment"], stages=[("any", "low")])
    made["other_option"] = make_option(made["other_condition"], made["other_treatment"])
    made["article"] = make_article(
        tree.articles,
        "Article a",
        slug="a",
        conditions=[made["condition"]],
        treatments=[made["treatment"]],
        body=[("paragraph", f"<p>Cited {citation(made['source'].pk)}</p>")],
    )
    made["by"] = Contribution.objects.create(page=made["article"], contributor=made["person"])
    return made


@pytest.fixture
def after(rows, application, commit):
    """Give a function: commit an act, then ask for an address; an error where it is rendered anew."""
    for _time in range(2):
        for address in (ARTICLE, CONDITION, TREATMENT):
            commit(lambda address=address: ask(application, address))

    def still(address, act):
        commit(act)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(StoredPageMiddleware, "_rendered", refuse)
            return ask(application, address).status == 200

    return still


@pytest.mark.parametrize("address", [ARTICLE, CONDITION, TREATMENT])
@pytest.mark.parametrize("other", ["other_condition", "other_treatment", "other_person"])
def test_another_page_of_any_such_type_leaves_a_page_in_use(after, rows, address, other):
    assert after(address, lambda: publish(rows[other], title="Renamed"))
    assert after(address, rows[other].unpublish)


@pytest.mark.parametrize("address", [ARTICLE, CONDITION, TREATMENT])
def test_a_source_that_a_page_does_not_cite_leaves_it_in_use(after, rows, address):
    assert after(address, lambda: make_source("New"))
    assert after(address, lambda: change(rows["other_source"], is_retracted=True))


def test_a_new_condition_and_its_treatments_leave_others_in_use(after, rows, tree):
    def add():
        made = make_condition(tree.conditions, "New", slug="new")
        make_option(made, rows["other_treatment"], stages=[("any", "low")])

    assert after(CONDITION, add)
    assert after(ARTICLE, rows["other_option"].delete)


def change(row, **fields):
    """Set fields of a row past the publish gate."""
    type(row).objects.filter(pk=row.pk).update(**fields)


@pytest.fixture
def text_after(rows, application, commit):
    """Give a function: commit an act, then give what an address says, which was asked for before."""
    for address in (ARTICLE, CONDITION, TREATMENT):
        commit(lambda address=address: ask(application, address))

    def look(address, act):
        ask(application, address)
        commit(act)
        return ask(application, address).text

    return look


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (ARTICLE, "condition"),
        (ARTICLE, "treatment"),
        (ARTICLE, "person"),
        (CONDITION, "treatment"),
        (TREATMENT, "condition"),
    ],
)
def test_a_page_that_is_named_is_renamed_there(text_after, rows, address, name):
    assert rows[name].title in text_after(address, lambda: None)
    assert "Called anew" in text_after(address, lambda: change(rows[name], title="Called anew"))


@pytest.mark.parametrize(("address", "name"), [(ARTICLE, "condition"), (TREATMENT, "condition")])
def test_a_page_that_is_withdrawn_goes_from_there_and_comes_back(text_after, rows, address, name):
    assert rows[name].title not in text_after(address, lambda: change(rows[name], live=False))
    assert rows[name].title in text_after(address, lambda: change(rows[name], live=True))


@pytest.mark.parametrize("address", [ARTICLE, CONDITION])
def test_a_cited_source_is_renewed(text_after, rows, address):
    assert "Called anew" in text_after(address, lambda: change(rows["source"], title="Called anew"))


@pytest.mark.parametrize("address", [CONDITION, TREATMENT])
def test_a_grade_changes_where_it_is_shown(text_after, rows, address):
    evidence = StageEvidence.objects.filter(option=rows["option"])
    assert "High certainty" in text_after(address, lambda: evidence.update(certainty="high"))
    assert "High certainty" not in text_after(address, evidence.delete)
    again = StageEvidence(option=rows["option"], certainty="high")
    assert "High certainty" in text_after(address, again.save)


def test_a_treatment_that_moves_to_another_condition_is_seen_at_both(text_after, rows):
    option = TreatmentOption.objects.filter(pk=rows["option"].pk)
    other = rows["other_condition"]
    assert "Condition oc" in text_after(TREATMENT, lambda: option.update(page=other))
    assert "Treatment t" not in text_after(CONDITION, lambda: None)
    assert "Treatment t" in text_after("/conditions/oc/", lambda: None)
    assert "Treatment t" in text_after(CONDITION, lambda: option.update(page=rows["condition"]))


def test_a_new_name_of_a_condition_is_told(text_after, rows):
    name = ConditionName(page=rows["condition"], name="Slipped disc", language="en")
    assert "Slipped disc" in text_after(CONDITION, name.save)
    assert "Slipped disc" not in text_after(CONDITION, name.delete)


def test_who_wrote_a_page_may_change(text_after, rows):
    who = Contribution.objects.filter(pk=rows["by"].pk)
    assert "Somebody other_person" in text_after(
        ARTICLE, lambda: who.update(contributor=rows["other_person"])
    )
    assert "Somebody" not in text_after(ARTICLE, who.delete)


def test_what_an_article_is_about_may_change(text_after, rows):
    about = rows["article"].conditions.through.objects.filter(articlepage_id=rows["article"].pk)
    other = rows["other_condition"].pk
    assert "Condition oc" in text_after(ARTICLE, lambda: about.update(conditionpage_id=other))
    assert "Article a" in text_after("/conditions/oc/", lambda: None)
    assert "Article a" not in text_after(CONDITION, lambda: None)


@pytest.mark.parametrize(
    ("address", "name"),
    [("/conditions/", "condition"), ("/treatments/", "treatment"), ("/people/", "person")],
)
def test_the_lists_are_renewed(text_after, rows, address, name):
    assert "Called anew" in text_after(address, lambda: change(rows[name], title="Called anew"))


def test_a_row_that_is_left_where_nobody_can_tell_renews_every_page(rows, commit):
    """Whose contribution it is, as the database reckons it."""
    connection.run_on_commit.clear()
    before = reader.sums()[""]
    with connection.cursor() as cursor:
        sql = 'UPDATE "editorial_contribution" SET "page_id" = "page_id" + %s WHERE "id" = %s'
        cursor.execute(sql, [0, rows["by"].pk])
    assert reader.sums()[""] == before + 1


def test_the_tables_and_columns_that_have_tags_are_there(db):
    for table, (columns, _kind) in settings.TAGGED.items():
        with connection.cursor() as cursor:
            found = {column.name for column in connection.introspection.get_table_description(cursor, table)}
        assert columns.keys() <= found
    assert settings.TAGGED_TYPES.keys() | settings.TAGGED_COLUMNS.keys() <= settings.TAGGED.keys()
