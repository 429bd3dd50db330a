"""What the linter says about a reader's comment."""

import pytest

from comments.guard.advice import selling_cures
from editorial.claims.for_comments import claims_in
from tests.articles.factories import make_article
from tests.comments.factories import make_draft

pytestmark = pytest.mark.django_db

CURES = [("This plaster cures arthritis in seven days.", "en"), ("这种膏药能根治股骨头坏死。", "zh-hans")]


@pytest.mark.parametrize(("text", "language"), CURES)
@pytest.mark.parametrize("known", [True, False])
def test_a_promised_cure_is_named_whatever_language_the_page_has(text, language, known):
    assert claims_in(text, language if known else "fr")


@pytest.mark.parametrize("text", ["Walking every day helped my hip.", "每天走路以后，我的髋部好多了。"])
def test_a_readers_own_story_is_no_claim(text):
    assert claims_in(text) == []


def test_the_site_asks_the_linter_about_every_comment(tree):
    draft = make_draft(make_article(tree.articles), body=CURES[0][0])
    assert selling_cures(draft).detail
