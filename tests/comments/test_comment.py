"""One comment on the desk: context, every action, and two moderators at once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from comments.models import CannedReply, Sanction, Status, WordList
from comments.services import decide
from tests.comments.factories import make_comment, make_moderator

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(article):
    """A comment that waits, by a writer who has written before."""
    make_comment(article, body="An earlier story", writer_key="w")
    parent = make_comment(article, body="The question above")
    reasons = [{"rule": "suspect_words", "detail": "miracle"}]
    fields = {"status": Status.PENDING, "parent": parent, "writer_key": "w", "reasons": reasons}
    return make_comment(article, body="A miracle <b>cure</b>", **fields)


def act(client, comment, action, accept="text/html", **data):
    address = reverse("reader_comments:act", args=[comment.pk])
    data = {"action": action, "version": comment.version, **data}
    return client.post(address, data, headers={"accept": accept}, follow=True)


def shown(client, comment):
    return client.get(reverse("reader_comments:comment", args=[comment.pk])).content.decode()


def test_the_comment_stands_in_its_context(desk_client, waiting):
    page = shown(desk_client, waiting)
    assert "The question above" in page
    assert "An earlier story" in page
    assert "A <mark>miracle</mark> &lt;b&gt;cure&lt;/b&gt;" in page
    assert "Suspect words" in page


def test_reading_changes_nothing(desk_client, waiting):
    shown(desk_client, waiting)
    version = waiting.version
    waiting.refresh_from_db()
    assert (waiting.version, waiting.claimed_by) == (version, None)


@pytest.mark.parametrize(
    ("action", "data", "status"),
    [
        ("approve", {}, "approved"),
        ("reject", {"reason": "Off topic"}, "rejected"),
        ("spam", {}, "spam"),
        ("remove", {}, "removed"),
        ("reply", {"reply": "Thank you."}, "approved"),
        ("redact", {"body": "A cure"}, "pending"),
        ("claim", {}, "pending"),
    ],
)
def test_every_action_has_its_button(desk_client, waiting, action, data, status):
    response = act(desk_client, waiting, action, **data)
    waiting.refresh_from_db()
    assert (response.status_code, waiting.status) == (200, status)


def test_a_ban_from_the_desk_can_be_ended_on_its_list(desk_client, waiting):
    act(desk_client, waiting, "sanction", kind="ban", target="writer", reason="spam", days="7")
    row = Sanction.objects.get()
    address = reverse("reader_comments:sanctions")
    assert "spam" in desk_client.get(address).content.decode()
    desk_client.post(reverse("reader_comments:lift", args=[row.pk]))
    assert not Sanction.objects.in_force().exists()


def test_the_slower_moderator_gets_409_and_the_name_of_the_faster(desk_client, waiting):
    other = make_moderator("quick")
    decide(comment_id=waiting.pk, version=waiting.version, actor=other, action="spam")
    response = act(desk_client, waiting, "approve", accept="application/json")
    waiting.refresh_from_db()
    assert (response.status_code, waiting.status) == (409, "spam")
    assert "quick has changed" in response.json()["error"]


@pytest.mark.parametrize(
    "data", [{"version": ""}, {"version": "x"}, {"action": "explode"}, {"version": "9" * 30}]
)
def test_an_incomplete_form_is_answered_in_words(desk_client, waiting, data):
    address = reverse("reader_comments:act", args=[waiting.pk])
    assert desk_client.post(address, {"action": "approve", "version": 1, **data}).status_code == 400


def test_a_neighbour_is_rejected_without_leaving_the_context(desk_client, waiting):
    parent = waiting.parent
    page = act(desk_client, parent, "reject", seen_from=waiting.pk).content.decode()
    parent.refresh_from_db()
    assert parent.status == Status.REJECTED
    assert f'data-panel="{waiting.pk}"' in page


def test_personal_details_have_a_button_only_where_some_were_found(desk_client, waiting):
    assert "redact_found" not in shown(desk_client, waiting)
    waiting.reasons = [{"rule": "named_doctors", "detail": "miracle"}]
    waiting.save()
    assert "redact_found" in shown(desk_client, waiting)
    act(desk_client, waiting, "redact_found")
    waiting.refresh_from_db()
    assert waiting.body == "A […] <b>cure</b>"


@pytest.mark.parametrize(("minutes", "told"), [(9, True), (11, False)])
def test_the_queue_shows_a_claim_as_long_as_it_lasts(desk_client, waiting, minutes, told):
    waiting.claimed_by = make_moderator("quick")
    waiting.claimed_at = timezone.now() - timedelta(minutes=minutes)
    waiting.save()
    page = desk_client.get("/admin/reader-comments/?lane=pending").content.decode()
    assert ("quick is reading this" in page) == told


def test_keys_rest_for_who_switched_them_off_in_the_admin(desk_client, moderator, waiting):
    address = "/admin/reader-comments/"
    assert "data-desk-keys-on checked" in desk_client.get(address).content.decode()
    UserProfile.objects.update_or_create(user=moderator, defaults={"keyboard_shortcuts": False})
    assert "data-desk-keys-on checked" not in desk_client.get(address).content.decode()


def test_an_empty_redaction_is_refused(desk_client, waiting):
    assert act(desk_client, waiting, "redact", body="  ").status_code == 422


def test_the_desk_asks_under_twenty_queries(desk_client, article, django_assert_max_num_queries):
    CannedReply.objects.create(title="t", text="t")
    for number in range(60):
        make_comment(article, status=Status.PENDING, writer_key=f"w{number % 3}")
    desk_client.get("/admin/reader-comments/")
    with django_assert_max_num_queries(19):
        desk_client.get("/admin/reader-comments/?lane=pending")


def test_the_panel_asks_under_twenty_queries(desk_client, waiting, django_assert_max_num_queries):
    address = reverse("reader_comments:comment", args=[waiting.pk])
    desk_client.get(address)
    with django_assert_max_num_queries(19):
        desk_client.get(address, headers={"X-Desk-Part": "1"})


def test_the_next_page_begins_where_the_last_ended(desk_client, article):
    comments = [make_comment(article, status=Status.PENDING, body=f"number {n} of all") for n in range(55)]
    address = f"/admin/reader-comments/?lane=pending&after={comments[49].pk}"
    page = desk_client.get(address).content.decode()
    assert "number 49 of all" not in page
    assert all(f"number {n} of all" in page for n in range(50, 55))


def test_what_was_decided_last_can_be_undone_from_its_lane(desk_client, waiting):
    act(desk_client, waiting, "approve")
    waiting.refresh_from_db()
    assert (
        "A <mark>miracle</mark>" in desk_client.get("/admin/reader-comments/?lane=decided").content.decode()
    )
    one = f"undo:{waiting.pk}-{waiting.version}"
    desk_client.post(reverse("reader_comments:decide"), {"one": one, "lane": "decided"})
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_a_text_can_be_tried_and_nothing_is_stored(desk_client, article):
    WordList.objects.create(name="s", kind="suspect", words="miracle")
    address = reverse("reader_comments:words")
    page = desk_client.post(address, {"text": "A miracle at www.a.org www.b.org"}).content.decode()
    assert "Suspect words" in page
    assert "Links" in page
    assert "It would be held in the lane “Suspect”." in page
    assert not article.reader_comments.exists()


def test_word_lists_go_out_and_come_in_as_csv(desk_client, article):
    WordList.objects.all().delete()
    WordList.objects.create(name="Spam words", kind="suspect", words="miracle\n=cmd")
    csv = desk_client.get(reverse("reader_comments:export_words")).content
    assert b"'=cmd" in csv
    WordList.objects.all().delete()
    upload = SimpleUploadedFile("words.csv", csv)
    desk_client.post(reverse("reader_comments:import_words"), {"file": upload})
    assert WordList.objects.get().entries == ["miracle", "=cmd"]


def test_a_wrong_csv_names_its_line_and_changes_nothing(desk_client, article):
    count = WordList.objects.count()
    upload = SimpleUploadedFile("words.csv", b"list,kind,word\nA,suspect,x\nB,nonsense,y\n")
    address = reverse("reader_comments:import_words")
    page = desk_client.post(address, {"file": upload}, follow=True).content.decode()
    assert "Line 3" in page
    assert WordList.objects.count() == count


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"", "The first line lacks: list, kind, word"),
        (b"list,kind,word,language\nA,suspect,x,a-language-code-too-long\n", "at most 16 characters"),
        (b'list,kind,word\nA,suspect,"' + b"x" * 200_000 + b'"\n', "Line 2 cannot be read as CSV."),
        (b"list,kind,word,level\nA,suspect,x,9\n", "the level must be 1 to 4"),
    ],
)
def test_a_broken_csv_is_answered_in_words(desk_client, article, file, message):
    upload = SimpleUploadedFile("words.csv", file)
    page = desk_client.post(reverse("reader_comments:import_words"), {"file": upload}, follow=True)
    assert message in page.content.decode()
    assert not WordList.objects.filter(name="A").exists()


@pytest.mark.parametrize("name", ["log", "figures", "sanctions", "feedback", "playbook", "words"])
def test_every_screen_of_the_desk_opens_empty(desk_client, tree, name):
    assert desk_client.get(reverse(f"reader_comments:{name}")).status_code == 200
