"""What a page costs the database where no stored copy is there."""

import pytest

from conditions.models import TreatmentOption
from editorial.models import Contribution
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor

from .asking import queries_of

# Two more than on a server: within a transaction, as every test is, restrictions are always asked for.
MOST = {"article": 19, "condition": 16, "treatment": 17, "home": 13, "articles": 10, "treatments": 8}


@pytest.fixture
def addresses(tree):
    """Addresses by name; the pages name each other, have an author and comments with an answer."""
    condition, treatment = make_condition(tree.conditions), make_treatment(tree.treatments)
    make_option(condition, treatment, stages=[("any", "low")], group=TreatmentOption.Group.COMPLEMENTARY)
    about = {"conditions": [condition], "treatments": [treatment], "tags": ["sleep"]}
    article, _other = (make_article(tree.articles, name, **about) for name in ("One", "Two"))
    author = make_contributor(tree.people)
    for page in (article, condition, treatment):
        Contribution.objects.create(page=page, contributor=author)
        make_comment(page, parent=make_comment(page))
    pages = {"article": article, "condition": condition, "treatment": treatment}
    lists = {name: getattr(tree, name) for name in MOST.keys() - pages.keys()}
    return {name: page.get_url() for name, page in {**pages, **lists}.items()}


@pytest.mark.parametrize("name", MOST)
def test_a_page_that_is_rendered_asks_little(client, addresses, name):
    assert queries_of(client, addresses[name]) <= MOST[name]
