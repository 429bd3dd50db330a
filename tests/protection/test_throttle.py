"""Guessing is slow: by name and network, by network, by name; nothing readable is kept."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from protection.models import TryCount
from protection.signin import throttle
from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PASSWORD = "a-long-password"


@pytest.fixture
def kim(tree):
    return make_user("kim", "Editors")


def attempt(client, name="kim", password="wrong", address="203.0.113.7"):
    words = {"username": name, "password": password}
    return client.post("/admin/login/", words, REMOTE_ADDR=address, follow=True)


def fail(client, times, **options):
    for _number in range(times):
        attempt(client, **options)


def is_in(answer):
    return answer.wsgi_request.user.is_authenticated


def test_after_five_failures_even_the_right_password_waits(client, kim):
    fail(client, 5)
    answer = attempt(client, password=PASSWORD)
    assert not is_in(answer)
    assert "Too many attempts to sign in. Wait 15 minutes, then try again." in answer.content.decode()


def test_four_failures_are_forgiven_and_forgotten(client, kim):
    fail(client, 4)
    assert is_in(attempt(client, password=PASSWORD))
    client.logout()
    fail(client, 4)
    assert is_in(attempt(client, password=PASSWORD))


def test_time_heals(client, kim):
    fail(client, 5)
    TryCount.objects.update(began=timezone.now() - timedelta(minutes=16))
    assert is_in(attempt(client, password=PASSWORD))


def test_a_colleague_elsewhere_is_not_shut_out(client, kim):
    fail(client, 6)
    assert is_in(attempt(client, password=PASSWORD, address="198.51.100.9"))


def test_a_network_that_tries_many_names_waits(client, kim):
    for number in range(throttle.NETWORK.tries):
        attempt(client, name=f"guess{number}")
    assert not is_in(attempt(client, password=PASSWORD))


def test_writing_the_name_in_another_way_gains_nothing(client, kim):
    for name in ("kim", "KIM", " kim", "Kim ", "kiM"):
        attempt(client, name=name)
    assert not is_in(attempt(client, password=PASSWORD))


def test_an_unknown_name_is_answered_like_a_known_one(client, kim):
    known, unknown = attempt(client), attempt(client, name="nobody")
    assert known.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()


def test_neither_name_nor_address_is_kept(client, kim):
    attempt(client)
    kept = str(list(TryCount.objects.values()))
    assert TryCount.objects.count() == 3
    assert "kim" not in kept
    assert "203.0.113" not in kept


def test_every_door_leads_through_the_throttle(kim):
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    for _number in range(5):
        throttle.count_failure(throttle.keys(request, "kim"))
    assert throttle.minutes_to_wait(throttle.keys(request, "kim")) == 15


def test_the_plain_admin_has_no_form_of_its_own(client, tree):
    assert client.get("/django-admin/login/?next=/django-admin/").url.startswith("/admin/login/?next=")
