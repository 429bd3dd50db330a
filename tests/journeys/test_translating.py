"""A page is translated side by side, as a translator does it."""

from playwright.sync_api import expect

from tests.articles.factories import make_article
from tests.editorial.factories import make_user


def test_a_text_is_translated_beside_its_original(tree, chinese_tree, page, log_in):
    article = make_article(tree.articles, "Cold or flu")
    log_in(page, make_user("root", is_superuser=True))
    page.goto(f"/admin/localize/submit/page/{article.pk}/")
    page.get_by_label("Simplified Chinese").check()
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("button", name="Translate").first.click()
    page.locator("textarea").first.fill("感冒还是流感")
    with page.expect_response(lambda answer: answer.request.method == "PUT") as kept:
        page.get_by_role("button", name="Save", exact=True).click()
    assert kept.value.ok
    expect(page.get_by_text("感冒还是流感").first).to_be_visible()
    assert page.complaints == []
    page.reload()
    expect(page.get_by_text("感冒还是流感").first).to_be_visible()
