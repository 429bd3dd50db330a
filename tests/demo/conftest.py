"""The demonstration, loaded once for each module that asks for it."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings

from demo.loading import load_demonstration
from tests.first_rows import welcome


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration on an empty site: `lines` it said, `folder` of passwords, `count` of new things."""
    folder, lines = tmp_path_factory.mktemp("var"), []
    with django_db_blocker.unblock(), override_settings(VAR_DIR=folder), transaction.atomic():
        welcome()
        count = load_demonstration(lines.append)
        yield SimpleNamespace(lines=lines, folder=folder, count=count)
        transaction.set_rollback(True)


@pytest.fixture
def empty_site(db):
    """A site that has nothing but Wagtail's page of welcome."""
    welcome()


@pytest.fixture
def loaded(demonstration, db):
    """The demonstration, for one test that may change it."""
    return demonstration
