"""Staff decide on reports."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from editorial.models import BoardEntry, Correction, SafetyReport
from editorial.safety.services import AlreadyDecidedError, decide, receive_report
from tests.articles.factories import make_article
from tests.editorial.factories import make_user
from tests.editorial.safety.test_report import anchor_of, send

NEW, ACCEPTED, DISMISSED = SafetyReport.Status.values


@pytest.fixture
def report(article):
    return receive_report(page=article, text="Bed rest harms", email="reader@example.org", language="en")


def post(desk, report, **data):
    return desk.post(reverse("safety_desk:report", args=[report.pk]), data, follow=True)


def test_the_menu_counts_new_reports(desk, report):
    assert "Safety reports (1)" in desk.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["Editors", "Moderators"])
def test_others_see_neither_menu_nor_reports(client, report, name):
    client.force_login(make_user("other", name))
    assert "Safety reports" not in client.get(reverse("wagtailadmin_home")).content.decode()
    for address in (reverse("safety_desk:reports"), reverse("safety_desk:report", args=[report.pk])):
        assert client.get(address).status_code in (302, 403)


def test_the_list_shows_new_reports_and_filters_by_status_and_language(desk, report, article):
    address = reverse("safety_desk:reports")
    assert "Back pain" in desk.get(address, {"status": NEW}).content.decode()
    for filters in ({"status": ACCEPTED}, {"language": "zh-hans"}):
        table = desk.get(reverse("safety_desk:report_results"), filters).content.decode()
        assert "Back pain" not in table


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    desk, article, tree, django_assert_max_num_queries
):
    address = reverse("safety_desk:report_results")
    desk.get(address)
    for number in range(12):
        receive_report(page=make_article(tree.articles, f"Page {number}"), text="x", language="en")
    with django_assert_max_num_queries(14):
        assert desk.get(address).content.decode().count("Page ") >= 12


def test_the_report_stands_beside_the_words_of_its_part(client, desk, article, rf):
    send(client, article, place=anchor_of(article, rf, "Rest"))
    html = desk.get(reverse("safety_desk:report", args=[SafetyReport.objects.get().pk])).content.decode()
    assert "Stay in bed for three weeks." in html
    assert "Walk a little." not in html


def test_an_accepted_report_may_bring_a_public_correction(desk, report, article, reviewer):
    post(
        desk,
        report,
        status=ACCEPTED,
        outcome="True",
        correction_text="Keep moving.",
        correction_reason="A reader.",
    )
    report.refresh_from_db()
    assert (report.status, report.handled_by, report.outcome) == (ACCEPTED, reviewer, "True")
    assert (report.correction.text, report.correction.page_id) == ("Keep moving.", article.pk)


def test_a_decision_settles_only_its_own_entry_on_the_board(desk, report, article, reviewer):
    other = receive_report(page=article, text="Another", language="en")
    post(desk, report, status=DISMISSED, outcome="No danger")
    assert list(BoardEntry.objects.open().values_list("key", flat=True)) == [str(other.pk)]
    assert BoardEntry.objects.get(key=str(report.pk)).closed_by == reviewer


def test_a_decision_stands_in_the_history_of_the_page(desk, report, reviewer):
    post(desk, report, status=DISMISSED, outcome="No danger")
    entry = PageLogEntry.objects.get(action="editorial.safety.decided")
    assert (entry.user, entry.data) == (reviewer, {"report": report.pk, "status": DISMISSED})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"outcome": "x"}, "Choose what you decide."),
        ({"status": DISMISSED}, "Write why you decide so."),
        (
            {"status": DISMISSED, "outcome": "x", "correction_text": "y"},
            "A correction belongs to an accepted report only.",
        ),
        ({"status": ACCEPTED, "outcome": "x", "correction_reason": "y"}, "Write what was corrected"),
    ],
)
def test_an_incomplete_decision_is_refused_in_plain_words(desk, report, data, said):
    assert said in post(desk, report, **data).content.decode()
    report.refresh_from_db()
    assert (report.status, Correction.objects.count()) == (NEW, 0)


def test_the_second_of_two_decisions_is_refused_and_its_words_shown(desk, report):
    decide(report=report, user=make_user("first", "Publishers"), status=DISMISSED, outcome="Fine")
    html = post(desk, report, status=ACCEPTED, outcome="My long reasoning").content.decode()
    assert "Somebody decided on this report" in html
    assert "My long reasoning" in html
    report.refresh_from_db()
    assert report.outcome == "Fine"


def test_deciding_twice_in_code_is_refused(report, reviewer):
    decide(report=report, user=reviewer, status=DISMISSED, outcome="Fine")
    with pytest.raises(AlreadyDecidedError):
        decide(report=report, user=reviewer, status=ACCEPTED, outcome="No", correction_text="x")
    assert not Correction.objects.exists()


def test_a_report_on_a_page_that_is_off_can_still_be_read_and_decided(desk, report, article):
    article.unpublish()
    html = desk.get(reverse("safety_desk:report", args=[report.pk])).content.decode()
    assert "The page is not public now." in html
    post(desk, report, status=ACCEPTED, outcome="It is off")
    report.refresh_from_db()
    assert report.status == ACCEPTED


def test_what_a_reader_wrote_is_shown_as_text(desk, article):
    report = receive_report(page=article, text="<script>alert(1)</script>", language="en")
    html = desk.get(reverse("safety_desk:report", args=[report.pk])).content.decode()
    assert "&lt;script&gt;alert(1)" in html
