"""Negation, questions, debunking, quotation, hedging, in both languages."""

import pytest

from .rules import hits_of, rules_of, silencers_of


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It does not cure gout.", "negation"),
        ("The tea is not meant to diagnose, treat, cure or prevent a disease.", "negation"),
        ("A cure has not been found.", "negation"),
        ("这种药不能根治痛风。", "negation"),
        ("该病尚无根治方法。", "negation"),
        ("Can tea cure gout?", "question"),
        ("茶能根治痛风吗？", "question"),
        ("It is a myth that tea cures gout.", "debunking"),
        ("Some say tea cures gout. This claim is false.", "debunking"),
        ("Myth\nTea cures gout.", "debunking"),
        ("有人说茶能根治痛风。这种说法是错误的。", "debunking"),
        ("网传茶能根治痛风，这是谣言。", "debunking"),
        ("The mission of the society is to prevent and cure gout.", "purpose"),
    ],
)
def test_context_silences_a_cure(text, why):
    assert silencers_of(text, "cure") == {why}


@pytest.mark.parametrize(
    "text",
    [
        "It not only cures gout, it also tastes good.",
        "Without doubt it cures gout.",
        "Other drugs do not help, but this tea cures gout.",
        "It is not a drug. It cures gout.",
        "Do not hesitate: it cures gout.",
        "It has no side effects and cures gout.",
        "It cures gout. It is a myth that it tastes bad.",
        "它不仅根治痛风，而且好喝。",
        "不打针不吃药，根治痛风。",
        "没有副作用的根治方法。",
        "别犹豫，茶能根治痛风。",
    ],
)
def test_a_not_that_belongs_elsewhere_changes_nothing(text):
    assert "cure" in rules_of(text)


@pytest.mark.parametrize(
    "text", ["It may cure gout.", "茶可能根治痛风。", "“I was cured of gout,” says Ann."]
)
def test_a_softened_or_quoted_cure_warns_only(text):
    assert [hit.severity for hit in hits_of(text) if hit.rule == "cure"] == ["warn"]


def test_a_word_held_with_tongs_is_no_claim():
    assert silencers_of("Adverts call it a “miracle” pill.", "miracle") <= {"mention", "debunking"}


def test_a_denial_inside_the_phrase_counts():
    assert not rules_of("The damage cannot be reversed.")
    assert not rules_of("这种损伤不可逆转。")


@pytest.mark.parametrize(
    "text",
    [
        "Can it never be cured? Of course not!",
        "Is gout incurable? Not at all.",
        "痛风治不好吗？当然不是！",
        "痛风能根治吗？当然可以！",
    ],
)
def test_a_cheerful_answer_is_a_claim(text):
    assert rules_of(text) == {"rhetorical_cure"}


def test_a_sober_answer_is_none():
    assert not rules_of("Can it be cured? No, but it can be eased.")
    assert not rules_of("能治愈吗？不能，但可以缓解。")
