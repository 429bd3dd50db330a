"""JSON-LD is data, not a program: the strict policy for scripts lets it stand."""

import json

import pytest

from tests.conditions.factories import make_condition


@pytest.fixture
def condition(transactional_db, tree):
    return make_condition(tree.conditions, "Hip", summary="</script> & more")


def test_the_browser_finds_nothing_to_complain_about_and_the_data_whole(page, condition):
    page.goto(condition.url)
    found = page.locator('script[type="application/ld+json"]')
    assert found.count() == 1
    assert json.loads(found.text_content())["about"]["description"] == "</script> & more"
    assert page.locator("h1").text_content() == "Hip"
    assert page.complaints == []
