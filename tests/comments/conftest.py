"""What tests of reader comments ask for."""

import pytest

from tests.articles.factories import make_article

from .factories import make_moderator


@pytest.fixture
def article(tree):
    """A live article that takes comments."""
    return make_article(tree.articles)


@pytest.fixture(autouse=True)
def _quick_hands(settings):
    """Let tests fill in forms at once; the time rule has its own test."""
    settings.COMMENTS_MIN_SECONDS = 0


@pytest.fixture
def moderator(db):
    return make_moderator()


@pytest.fixture
def desk_client(client, moderator):
    """A browser in which a moderator is logged in."""
    client.force_login(moderator)
    return client
