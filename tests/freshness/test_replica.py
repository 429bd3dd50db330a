"""Which requests read the copy of the database, and which never do."""

import pytest
from django.db import OperationalError, router
from django.http import HttpResponse
from django.test import RequestFactory

from editorial.models import User
from freshness import replica

SESSION = {"HTTP_COOKIE": "sessionid=x"}


@pytest.fixture
def routed(settings, monkeypatch):
    """A function: method, path, headers -> where such a request reads (str)."""
    settings.DATABASE_ROUTERS = ["freshness.replica.ReplicaRouter"]
    monkeypatch.setattr(router, "routers", [replica.ReplicaRouter()])
    monkeypatch.setattr(replica, "has_caught_up", lambda number: True)
    seen = []

    def view(request):
        seen.append(router.db_for_read(User))
        return HttpResponse()

    def routed(method, path, **headers):
        routed.middleware(RequestFactory().generic(method, path, **headers))
        return seen[-1]

    routed.middleware = replica.ReplicaMiddleware(view)
    return routed


def test_pages_of_anonymous_readers_come_from_the_copy(routed):
    assert routed("GET", "/conditions/knee/") == "replica"


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [("POST", "/comments/1/", {}), ("GET", "/conditions/", SESSION), ("GET", "/admin/login/", {})],
)
def test_everything_else_comes_from_the_database_itself(routed, method, path, headers):
    assert routed(method, path, **headers) == "default"


def test_outside_of_a_request_nothing_comes_from_the_copy(routed):
    routed("GET", "/")
    assert router.db_for_read(User) == "default"


def test_after_a_write_the_same_request_reads_what_it_wrote(routed):
    routed.middleware.get_response = lambda request: [
        router.db_for_write(User),
        router.db_for_read(User),
    ]
    assert routed.middleware(RequestFactory().get("/")) == ["default", "default"]


def test_what_was_read_from_the_copy_is_never_written_there(routed):
    user = User(username="kim")
    user._state.db = "replica"
    assert router.db_for_write(User, instance=user) == "default"
    assert not router.allow_migrate("replica", "pages")


def test_a_copy_that_does_not_answer_is_left_alone_for_a_while(routed, monkeypatch):
    asked = []

    def gone(number):
        asked.append(number)
        raise OperationalError("gone")

    monkeypatch.setattr(replica, "has_caught_up", gone)
    monkeypatch.setattr(replica, "REPLICA", "default")
    assert [routed("GET", "/"), routed("GET", "/")] == ["default", "default"]
    assert len(asked) == 1


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(("known", "caught_up"), [(3, True), (2, True), (4, False), (-1, False)])
def test_a_copy_that_lags_behind_is_not_read(monkeypatch, known, caught_up):
    monkeypatch.setattr(replica, "REPLICA", "default")
    with replica.connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM freshness_changecount")
        cursor.execute("INSERT INTO freshness_changecount (kind, number) VALUES ('', 2), ('comments', 1)")
    assert replica.has_caught_up(known) is caught_up
