"""Every other rule of the guard, each at its limit."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import challenge as puzzle
from comments.guard import Outcome, advice, examine, form, moderation, personal, rates, unicode
from comments.guard.duplicates import duplicates
from comments.guard.links import links
from comments.guard.sanctions import sanctions
from comments.models import CommentSettings, Sanction, Status
from comments.rates import seen
from comments.text import body_key
from tests.comments.factories import make_comment, make_draft

pytestmark = pytest.mark.django_db

ALLOWED, HELD, REFUSED = Outcome.ALLOWED, Outcome.HELD, Outcome.REFUSED


def outcome(rule, page, **fields):
    return rule(make_draft(page, **fields)).outcome


@pytest.mark.parametrize(("typed", "expected"), [("", ALLOWED), ("http://x", REFUSED)])
def test_the_hidden_field_must_stay_empty(article, typed, expected):
    assert outcome(form.honeypot, article, honeypot=typed) == expected


@pytest.mark.parametrize(
    ("age", "expected"), [(2.9, REFUSED), (3, ALLOWED), (86400, ALLOWED), (86401, REFUSED), (None, REFUSED)]
)
def test_a_form_takes_three_seconds_and_lasts_a_day(article, settings, age, expected):
    settings.COMMENTS_MIN_SECONDS = 3
    assert outcome(form.form_age, article, form_age=age) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("See https://example.org", ALLOWED),
        ("See https://example.org and www.example.net/a", HELD),
        ("No link at 3.5 mg, e.g. in the U.K.", ALLOWED),
        ("hxxp://example.org example.com", HELD),
    ],
)
def test_one_link_passes_and_two_are_held(article, body, expected):
    assert outcome(links, article, body=body) == expected


@pytest.mark.parametrize(("count", "lane"), [(7, "suspect"), (8, "spam")])
def test_eight_links_go_to_spam(article, count, lane):
    body = " ".join(f"https://example{n}.org" for n in range(count))
    assert links(make_draft(article, body=body)).lane == lane


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Write to ana@example.org", "ana@example.org"),
        ("Ring 020 7946 0018", "020 7946 0018"),
        ("电话13812345678谢谢", "13812345678"),
        ("我的电话是 13812345678", "13812345678"),
        ("身份证 11010519491231002X", "11010519491231002X"),
        ("NHS number 943 476 5919", "943 476 5919"),
        ("On 2024-05-17 I took 400 mg for 12 weeks", ""),
        ("From 2019-2023 it hurt", ""),
    ],
)
def test_contact_details_are_found_and_dates_are_not(article, body, found):
    assert personal.contact_details(make_draft(article, body=body)).detail == found


@pytest.mark.parametrize(
    ("digits", "valid"), [("11010519491231002X", True), ("110105194912310021", False), ("1" * 18, False)]
)
def test_the_chinese_identity_number_is_checked(digits, valid):
    assert personal.is_chinese_identity(digits) is valid


@pytest.mark.parametrize(("digits", "valid"), [("9434765919", True), ("9434765918", False)])
def test_the_nhs_number_is_checked(digits, valid):
    assert personal.is_nhs_number(digits) is valid


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Dr Smith was kind", "Dr Smith"),
        ("The doctor was kind", ""),
        ("Dr. And he said", ""),
        ("张医生很好", "张医生"),
        ("医生很好", ""),
    ],
)
def test_a_named_doctor_is_found(article, body, found):
    assert personal.named_doctors(make_draft(article, body=body)).detail == found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Should I stop taking it?", HELD),
        ("I stopped taking it and felt better.", ALLOWED),
        ("我该不该做手术？", HELD),
        ("我做了手术，恢复得不错。", ALLOWED),
    ],
)
def test_a_request_for_advice_is_held_and_a_story_is_not(article, body, expected):
    assert outcome(advice.medical_advice, article, body=body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I want to make a complaint about the clinic.", HELD),
        ("我要投诉这家医院", HELD),
        ("I cannot complain, it went well.", ALLOWED),
        ("投诉的人很多", ALLOWED),
    ],
)
def test_a_complaint_is_held_and_a_story_is_not(article, body, expected):
    assert outcome(advice.complaint, article, body=body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("This plaster cured me completely, buy at www.example.xyz", HELD),
        ("包治颈椎病，加微信 abc", HELD),
        ("I buy my shoes in town.", ALLOWED),
    ],
)
def test_selling_is_held(article, body, expected):
    assert outcome(advice.selling_cures, article, body=body) == expected


def fake_checker(text, language):
    return ["works wonders"] if "wonders" in text else []


def test_the_hosts_claim_checker_is_asked(article, settings):
    settings.COMMENTS_CLAIM_CHECKER = f"{__name__}.fake_checker"
    assert advice.selling_cures(make_draft(article, body="It works wonders.")).detail == "works wonders"


@pytest.mark.parametrize(("hidden", "expected"), [(True, HELD), (False, ALLOWED)])
def test_hidden_letters_are_held(article, hidden, expected):
    assert outcome(unicode.hidden_letters, article, hidden_letters=hidden) == expected


@pytest.mark.parametrize(
    ("body", "expected"), [("pаypal", HELD), ("Привет hello", ALLOWED), ("µg and αβ", ALLOWED)]
)
def test_two_scripts_in_one_word_are_held(article, body, expected):
    assert outcome(unicode.mixed_scripts, article, body=body) == expected


TEXT = "The same long enough text about hips."


def test_the_same_text_under_the_same_page_is_handed_back(article):
    make_comment(article, body=TEXT)
    assert outcome(duplicates, article, body=TEXT.upper() + "!") == REFUSED


@pytest.mark.parametrize(("days", "expected"), [(13, HELD), (15, ALLOWED)])
def test_the_same_text_elsewhere_is_held_for_two_weeks(article, tree, days, expected):
    make_comment(tree.articles, body=TEXT, created_at=timezone.now() - timedelta(days=days))
    assert outcome(duplicates, article, body=TEXT) == expected


@pytest.mark.parametrize(("copies", "lane"), [(2, "suspect"), (3, "spam")])
def test_three_copies_elsewhere_are_spam(article, tree, copies, lane):
    for _number in range(copies):
        make_comment(tree.articles, body=TEXT)
    assert duplicates(make_draft(article, body=TEXT)).lane == lane


def test_a_short_thanks_may_be_said_twice(article):
    make_comment(article, body="Thank you!")
    assert outcome(duplicates, article, body="Thank you!") == ALLOWED


def test_case_and_marks_do_not_make_a_text_new():
    assert body_key("Hello, WORLD!") == body_key("hello world")


def test_the_sixth_comment_of_a_network_in_ten_minutes_is_refused(article):
    answers = [outcome(rates.network_rate, article, network_key="n") for _number in range(6)]
    assert answers == [ALLOWED] * 5 + [REFUSED]


def test_the_thirty_first_comment_of_a_network_in_a_day_is_refused(article, monkeypatch):
    monkeypatch.setattr(rates, "PER_NETWORKS", rates.PER_NETWORKS[1:])
    answers = [outcome(rates.network_rate, article, network_key="n") for _number in range(31)]
    assert answers == [ALLOWED] * 30 + [REFUSED]


def test_a_comment_counts_for_its_network_and_the_site_in_one_question(article, django_assert_num_queries):
    draft = make_draft(article, network_key="n")
    with django_assert_num_queries(1):
        rates.network_rate(draft)
    assert [seen("net0:n", per=rates.PER_NETWORKS[0][1]), seen("net1:n", per=timedelta(days=1))] == [1, 1]
    assert seen(puzzle.FLOOD, per=puzzle.FLOOD_WINDOW) == 1


def test_a_correction_counts_nowhere(article):
    assert outcome(rates.network_rate, article, network_key="n", is_edit=True) == ALLOWED
    assert seen(puzzle.FLOOD, per=puzzle.FLOOD_WINDOW) == 0


def test_another_network_is_not_held_up(article):
    for _number in range(6):
        outcome(rates.network_rate, article, network_key="n")
    assert outcome(rates.network_rate, article, network_key="other") == ALLOWED


def test_the_sixteenth_comment_of_a_page_in_ten_minutes_is_held(article):
    answers = [outcome(rates.thread_rate, article) for _number in range(16)]
    assert answers == [ALLOWED] * 15 + [HELD]


def test_a_correction_is_not_asked_about_its_thread(article):
    for _number in range(15):
        outcome(rates.thread_rate, article)
    assert "thread_rate" not in str(examine(make_draft(article, is_edit=True)).reasons)


def sanction_on(target, value, kind=Sanction.Kind.BAN, **fields):
    return Sanction.objects.create(kind=kind, target=target, value=value, reason="spam", **fields)


def test_a_banned_browser_is_refused_until_the_ban_is_over(article):
    ban = sanction_on("writer", "w")
    assert outcome(sanctions, article, writer_key="w") == REFUSED
    ban.ends_at = timezone.now() - timedelta(seconds=1)
    ban.save()
    assert outcome(sanctions, article, writer_key="w") == ALLOWED


def test_a_held_writer_waits(article):
    sanction_on("writer", "w", Sanction.Kind.HOLD)
    assert outcome(sanctions, article, writer_key="w") == HELD


def first_three(page, statuses):
    for status in statuses:
        make_comment(page, status=status, writer_key="w")
    settings = CommentSettings(moderation="first", first_approvals=3)
    return outcome(moderation.moderation_mode, page, settings=settings, writer_key="w")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([Status.APPROVED] * 2, HELD),
        ([Status.APPROVED] * 3, ALLOWED),
        ([Status.APPROVED] * 3 + [Status.REJECTED], HELD),
        ([Status.REJECTED] + [Status.APPROVED] * 3, ALLOWED),
    ],
)
def test_three_approvals_in_a_row_open_the_door(article, statuses, expected):
    assert first_three(article, statuses) == expected


def test_an_address_that_is_not_confirmed_lends_no_trust(article):
    for _number in range(3):
        make_comment(article, email="a@example.org", email_confirmed=True)
    settings = CommentSettings(moderation="first", first_approvals=3)
    fields = {"settings": settings, "email": "a@example.org"}
    assert outcome(moderation.moderation_mode, article, **fields) == HELD
    assert outcome(moderation.moderation_mode, article, **fields, email_confirmed=True) == ALLOWED


@pytest.mark.parametrize(("mode", "expected"), [("all", HELD), ("trusted", ALLOWED), ("first", ALLOWED)])
def test_a_trusted_writer_passes_unless_everything_waits(article, mode, expected):
    sanction_on("writer", "w", Sanction.Kind.TRUST)
    settings = CommentSettings(moderation=mode)
    assert outcome(moderation.moderation_mode, article, settings=settings, writer_key="w") == expected
