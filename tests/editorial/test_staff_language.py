"""In which language the admin speaks."""

import pytest
from wagtail.users.models import UserProfile

from .factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN,zh;q=0.9,en;q=0.5"}


@pytest.mark.parametrize(
    ("headers", "language"), [(CHINESE, "zh-hans"), ({"HTTP_ACCEPT_LANGUAGE": "xx"}, "en")]
)
def test_the_login_speaks_the_language_of_the_browser(client, headers, language):
    response = client.get("/admin/login/", **headers)
    assert response.headers["Content-Language"] == language
    assert f'lang="{language}"' in response.content.decode()


@pytest.mark.parametrize(("chosen", "language"), [("", "zh-hans"), ("en", "en")])
def test_the_choice_of_an_account_wins(client, tree, chosen, language):
    user = make_user("wang", "Editors")
    UserProfile.objects.create(user=user, preferred_language=chosen)
    client.force_login(user)
    assert f'lang="{language}"' in client.get("/admin/", **CHINESE).content.decode()


def test_public_pages_keep_to_the_language_of_their_address(client, tree):
    assert client.get("/", **CHINESE).headers["Content-Language"] == "en"
