"""A clinician who may review, and a text to be reviewed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.factories import make_article
from tests.editorial.factories import make_contributor, make_user


@pytest.fixture
def clinician(tree):
    user = make_user("clinician", "Medical reviewers")
    until = timezone.localdate() + timedelta(days=30)
    make_contributor(tree.people, "Dr Demo", user=user, is_clinician=True, verified_until=until)
    return user


@pytest.fixture
def draft(tree):
    editor = make_user("writer", "Editors")
    article = make_article(tree.articles, "A text", live=False, owner=editor)
    article.save_revision(user=editor)
    return article
