"""The calculation that the writer's browser does while a flood comes in."""

import base64
import hashlib
import json

import pytest

from comments import challenge
from comments.models import CommentSettings, ReaderComment

from .factories import form_data

pytestmark = pytest.mark.django_db


def solved(puzzle):
    """Give what the browser sends (str) for a challenge (dict)."""
    number = next(
        n
        for n in range(challenge.LARGEST_NUMBER + 1)
        if hashlib.sha256(f"{puzzle['salt']}{n}".encode()).hexdigest() == puzzle["challenge"]
    )
    fields = ("algorithm", "challenge", "salt", "signature")
    return base64.b64encode(
        json.dumps({**{f: puzzle[f] for f in fields}, "number": number}).encode()
    ).decode()


@pytest.fixture
def puzzle(monkeypatch):
    """A challenge of ours, a small one."""
    monkeypatch.setattr(challenge, "LARGEST_NUMBER", 200)
    return challenge.new_challenge()


def test_a_solution_counts_once(puzzle):
    payload = solved(puzzle)
    assert [challenge.is_solved(payload), challenge.is_solved(payload)] == [True, False]


def test_a_challenge_that_is_not_ours_is_not_solved(puzzle):
    forged = {**puzzle, "signature": "0" * 64}
    assert not challenge.is_solved(solved(forged))


@pytest.mark.parametrize("payload", ["", "x", "e30=", "W10=", "A" * 3000, "eyJhbGdvcml0aG0iOjF9"])
def test_nonsense_is_no_solution(payload):
    assert not challenge.is_solved(payload)


@pytest.mark.parametrize("solve", [True, False])
def test_under_attack_only_a_solved_form_is_spared_the_suspicion(client, article, puzzle, solve):
    choice = CommentSettings.Challenge.ALWAYS
    CommentSettings.objects.update(challenge=choice)
    data = form_data(article, altcha=solved(puzzle) if solve else "")
    client.post(f"/comments/{article.pk}/new/", data)
    rules = [reason["rule"] for reason in ReaderComment.objects.get().reasons]
    assert ("challenge" in rules) == (not solve)
