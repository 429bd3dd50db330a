"""Labels of articles, and what is asked for them."""

from django.db import connection

from articles.labels import emerging_uses, format_labels
from conditions.models import TreatmentOption
from freshness import reading
from tests.conditions.factories import make_condition, make_option, make_treatment

from .factories import make_article


def test_each_treatment_is_asked_for_once_until_something_changes(tree, counting, django_assert_num_queries):
    massage, rest = (make_treatment(tree.treatments, name) for name in ("Massage", "Rest"))
    gout = make_condition(tree.conditions, "Gout")
    make_option(gout, massage, group="emerging")
    keys = {massage.translation_key, rest.translation_key}
    found = {massage.translation_key: {gout.translation_key}, rest.translation_key: set()}
    reading.reader.expire()
    assert emerging_uses({massage.translation_key}) == {massage.translation_key: {gout.translation_key}}
    with django_assert_num_queries(3):  # for rest alone, and twice by what this is renewed
        assert emerging_uses(keys) == found
    with django_assert_num_queries(0):
        assert emerging_uses(keys) == found
    connection.run_on_commit.clear()  # as if what was written so far were another transaction's
    TreatmentOption.objects.update(group="conventional")
    reading.reader.expire()
    assert not any(emerging_uses(keys).values())


def test_an_article_without_a_condition_is_labelled_for_any(tree, settings):
    settings.GATE_SEVERITY = {"emerging_subjects_are_grounded": "warn"}
    treatment = make_treatment(tree.treatments)
    make_option(make_condition(tree.conditions), treatment, group="emerging")
    about_any = make_article(tree.articles, treatments=[treatment])
    about_other = make_article(
        tree.articles, "Other", treatments=[treatment], conditions=[make_condition(tree.conditions, "Gout")]
    )
    labels_of = format_labels([about_any, about_other])
    assert [label.text for label in labels_of(about_any)] == ["Article", "Emerging"]
    assert [label.text for label in labels_of(about_other)] == ["Article"]
