"""The log tells of every sign-in, and never of whom."""

import logging

import pytest

from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.mark.parametrize(
    ("password", "words"), [("a-long-password", "signed in"), ("wrong", "a sign-in failed")]
)
def test_a_sign_in_and_a_failure_are_logged_without_a_name(client, tree, caplog, password, words):
    make_user("kim.lee", "Editors")
    caplog.set_level(logging.INFO)
    client.post("/admin/login/", {"username": "kim.lee", "password": password})
    assert words in caplog.text
    assert "kim.lee" not in caplog.text
