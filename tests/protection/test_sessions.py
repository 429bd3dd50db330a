"""How long a session lasts, and what ends it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from protection.signin.sessions import mark_of
from protection.signin.state import BEGAN, SEEN
from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def editor(client, tree):
    """An editor who is signed in at `client`."""
    user = make_user("ed", "Editors")
    client.force_login(user)
    return user


def age(client, **since):
    """Move what the session remembers into the past: `began` and `seen` in minutes."""
    session = client.session
    now = timezone.now()
    for name, minutes in since.items():
        session[name] = int((now - timedelta(minutes=minutes)).timestamp())
    session.save()


@pytest.mark.parametrize("since", [{SEEN: 61}, {BEGAN: 12 * 60 + 1, SEEN: 1}])
def test_a_session_left_alone_or_too_old_ends_and_says_so(client, editor, since):
    age(client, **since)
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == "/admin/login/"
    assert "You were signed out" in answer.content.decode()


def test_work_keeps_a_session_alive(client, editor):
    age(client, **{BEGAN: 11 * 60, SEEN: 59})
    assert client.get("/admin/").status_code == 200
    assert client.session[SEEN] > timezone.now().timestamp() - 5


def test_outside_the_admin_an_old_session_just_ends(client, editor):
    age(client, **{SEEN: 61})
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.wsgi_request.user.is_anonymous


def test_signing_in_gives_the_session_another_key(client, editor):
    client.logout()
    client.get("/admin/login/")
    session = client.session
    session["before"] = 1
    session.save()
    key = session.session_key
    client.post("/admin/login/", {"username": "ed", "password": "a-long-password"})
    assert client.session.session_key != key


def test_a_new_password_ends_all_other_sessions(client, editor):
    other = type(client)()
    other.force_login(editor)
    editor.set_password("another-long-password")
    editor.save()
    assert other.get("/admin/").url.startswith("/admin/login/")


def test_who_is_no_longer_active_is_out_at_once(client, editor):
    editor.is_active = False
    editor.save()
    assert client.get("/admin/").url.startswith("/admin/login/")


def elsewhere(user):
    """Sign `user` in at another browser; give it."""
    other = Client()
    other.force_login(user)
    return other


def test_a_person_sees_own_sessions_and_no_key_of_them(client, editor):
    other = elsewhere(editor)
    elsewhere(make_user("stranger", "Editors"))
    page = client.get("/admin/sessions/").content.decode()
    assert page.count("End this session") == 1
    assert "This is where you are now." in page
    assert other.session.session_key not in page


def test_a_person_ends_one_session(client, editor):
    first, second = elsewhere(editor), elsewhere(editor)
    client.post("/admin/sessions/", {"session": mark_of(first.session.session_key)})
    assert first.get("/admin/").status_code == 302
    assert second.get("/admin/").status_code == client.get("/admin/").status_code == 200


def test_a_person_ends_all_others_but_nobody_elses(client, editor):
    others = [elsewhere(editor), elsewhere(editor)]
    stranger = elsewhere(make_user("stranger", "Editors"))
    client.post("/admin/sessions/", {"session": mark_of(stranger.session.session_key)})
    client.post("/admin/sessions/")
    assert [other.get("/admin/").status_code for other in others] == [302, 302]
    assert stranger.get("/admin/").status_code == client.get("/admin/").status_code == 200
