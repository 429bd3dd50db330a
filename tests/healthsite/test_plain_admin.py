"""Django's own admin is for superusers."""

import pytest

from editorial.models import User
from tests.editorial.factories import make_user


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", "root@example.org", "a-long-password")


@pytest.mark.parametrize("model", ["user", "source", "review", "safetyreport", "correction", "withdrawal"])
def test_a_superuser_lists_users_and_records(client, root, model):
    client.force_login(root)
    assert client.get(f"/django-admin/editorial/{model}/").status_code == 200


def test_staff_without_full_rights_stays_out(client, db):
    client.force_login(make_user("editor", "Editors", is_staff=True))
    assert client.get("/django-admin/").status_code == 302


def test_records_of_what_happened_cannot_be_changed(client, root):
    client.force_login(root)
    assert client.get("/django-admin/editorial/review/add/").status_code == 403
