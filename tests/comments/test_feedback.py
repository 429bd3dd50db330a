"""A reader's private word about a page."""

import pytest
from django.core import mail
from django.urls import reverse

from comments.models import CommentSettings, PageFeedback, ReaderComment, WordList
from comments.services.feedback import PER_HOUR

pytestmark = pytest.mark.django_db

DESK = "/admin/reader-comments/feedback/"


@pytest.fixture
def tell(client, article, django_capture_on_commit_callbacks):
    """Send the form; give the page that answers (str)."""
    CommentSettings.objects.update(moderator_emails="desk@example.org")

    def run(**fields):
        data = {"helpful": "no", "problem": "", "text": "", **fields}
        with django_capture_on_commit_callbacks(execute=True):
            address = reverse("comments:feedback", args=[article.pk])
            return client.post(address, data, headers={"accept-language": "zh-hans"}).content.decode()

    return run


def test_what_is_medically_wrong_is_urgent_mailed_and_never_public(client, article, tell):
    tell(problem="wrong", text="The dose is ten times too high")
    row = PageFeedback.objects.get()
    assert (row.urgent, mail.outbox[0].bcc) == (True, ["desk@example.org"])
    assert "ten times" not in mail.outbox[0].body
    assert "ten times" not in client.get(f"/comments/{article.pk}/").content.decode()
    assert not ReaderComment.objects.exists()


def test_a_page_that_helped_is_noted_without_alarm(tell):
    assert "Our editors read every answer" in tell(helpful="yes")
    assert (PageFeedback.objects.get().urgent, mail.outbox) == (False, [])


def test_words_of_danger_show_help_at_once_and_are_urgent(tell):
    WordList.objects.create(name="d", kind="safeguarding", words="want to die", level=3)
    assert "please get help now" in tell(text="I want to die")
    assert PageFeedback.objects.get().urgent


@pytest.mark.parametrize("data", [{"helpful": ""}, {"problem": "nonsense"}, {"text": "x" * 2001}])
def test_an_incomplete_answer_comes_back_with_the_reason(tell, data):
    assert "comment-errors" in tell(**{"text": "kept", **data})
    assert not PageFeedback.objects.exists()


def test_a_robot_is_thanked_and_not_stored(tell):
    assert "Our editors read every answer" in tell(website="http://spam.example")
    assert not PageFeedback.objects.exists()


def test_a_flood_from_one_network_is_not_stored(tell):
    for number in range(PER_HOUR + 2):
        tell(text=str(number))
    assert PageFeedback.objects.count() == PER_HOUR


def test_the_urgent_stand_first_on_the_desk_until_dealt_with(desk_client, article):
    for text, urgent in (("old page", False), ("wrong dose", True)):
        PageFeedback.objects.create(page=article, helpful=False, text=text, urgent=urgent)
    page = desk_client.get(DESK).content.decode()
    assert page.index("wrong dose") < page.index("old page")
    desk_client.post(reverse("reader_comments:settle", args=[PageFeedback.objects.get(urgent=True).pk]))
    assert "wrong dose" not in desk_client.get(DESK).content.decode()
