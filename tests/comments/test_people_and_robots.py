"""A handful of robots and of people, through the whole guard, without any network."""

import socket

import pytest

from comments.guard import Outcome, examine
from comments.models import CommentSettings, Sanction

from .factories import make_comment, make_draft

pytestmark = pytest.mark.django_db

ROBOTS = [
    {"honeypot": "https://pills.example", "body": "Nice site, keep it up"},
    {"form_age": 0.4, "body": "I really enjoyed reading this article"},
    {"form_age": None, "body": "I really enjoyed reading this article"},
    {"body": "Visit " + " ".join(f"https://shop{n}.example.com" for n in range(9))},
    {"body": "Buy now at www.cheap-pills.xyz, discount code HIP20"},
    {"body": "Contact Dr Ali on whatsapp +1 202 555 0136, he cured me completely"},
    {"body": "加微信 abc12345 包治股骨头坏死"},
    {"body": "Get the best pаin patch here", "name": "Best pаin patch"},
]
PEOPLE = [
    "After the operation I walked with crutches for six weeks. It got better slowly.",
    "Thank you, this explained it better than my leaflet did.",
    "I take 400 mg in the morning since 2019 and sleep well.",
    "In my case the MRI from 2024-05-17 showed nothing, but the pain stayed.",
    "手术后我拄了六周的拐杖，慢慢就好了。",
    "谢谢，讲得很清楚，我妈妈也看懂了。",
    "Wonderful nurses! They cared for me the whole night.",
]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the guard asked the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def outcome(page, **fields):
    Sanction.objects.get_or_create(kind="trust", target="writer", value="w", reason="known for years")
    settings = CommentSettings(moderation=CommentSettings.Moderation.TRUSTED)
    return examine(make_draft(page, settings=settings, writer_key="w", **fields)).outcome


@pytest.mark.parametrize("robot", ROBOTS)
def test_a_robot_is_held_or_refused(article, settings, robot):
    settings.COMMENTS_MIN_SECONDS = 3
    assert outcome(article, **robot) > Outcome.ALLOWED


@pytest.mark.parametrize("body", PEOPLE)
def test_a_person_is_let_through(article, body):
    assert outcome(article, body=body) == Outcome.ALLOWED


def test_the_same_text_under_many_pages_is_spam(article, tree):
    text = "The patch that helped thousands is sold out soon."
    for page in (tree.articles, tree.conditions, tree.treatments):
        make_comment(page, body=text)
    assert examine(make_draft(article, body=text)).lane == "spam"
