"""What browsers are told about pages, about the admin and about files."""

import base64
import hashlib
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def policy(response):
    """Give the Content-Security-Policy of a response (dict of set of str)."""
    parts = response["Content-Security-Policy"].split(";")
    return {words[0]: {*words[1:]} for words in (part.split() for part in parts)}


@pytest.fixture
def home(client, tree):
    """The answer for the home page."""
    return client.get("/")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "credentialless"),
    ],
)
def test_a_page_is_kept_apart_from_other_sites(home, header, value):
    assert home[header] == value


def test_a_page_runs_and_shows_only_what_is_its_own(home):
    assert policy(home)["default-src"] == {"'none'"}
    assert policy(home)["script-src"] == policy(home)["style-src"] == {"'self'"}
    assert policy(home)["form-action"] == policy(home)["frame-ancestors"] == {"'self'"}
    assert "unsafe" not in home["Content-Security-Policy"]
    assert "camera=()" in home["Permissions-Policy"]


@pytest.mark.parametrize("place", ["/admin/login/", "/django-admin/login/"])
def test_the_admin_is_as_strict_about_scripts_and_styles(client, db, place):
    found = policy(client.get(place))
    assert found["script-src"] == found["style-src"] == {"'self'"}
    assert found["frame-src"] == {"'self'"}


def test_the_admin_leaves_no_copy_behind(client, tree):
    assert client.get("/admin/login/")["Cache-Control"] == "private, no-store"


def test_what_a_member_of_staff_sees_on_the_site_is_not_kept(admin_client, tree):
    assert admin_client.get("/")["Cache-Control"] == "private, no-store"


def test_a_file_may_do_nothing_and_may_be_borrowed(client, tree):
    answer = client.get("/media/nothing.png")
    assert policy(answer) == {"default-src": {"'none'"}, "sandbox": set()}
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_every_script_of_a_page_carries_its_hash(home):
    scripts = [tag for tag in home.content.decode().split("<script")[1:] if "src=" in tag.split(">")[0]]
    assert scripts
    assert all('integrity="sha384-' in tag.split(">")[0] for tag in scripts)


def test_the_hash_is_that_of_the_file():
    shown = Template("{% load integrity %}{% integrity 'js/site.min.js' %}").render(Context())
    digest = hashlib.sha384(Path(finders.find("js/site.min.js")).read_bytes()).digest()
    assert shown == f'integrity="sha384-{base64.b64encode(digest).decode()}"'
