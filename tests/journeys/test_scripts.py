"""The corpus of script injections before a real browser, its policy and its scripts: nothing runs."""

from urllib.parse import urlencode

import pytest

from tests.editorial.factories import make_user
from tests.protection.payloads import OURS, Texts, corpus
from tests.protection.written import fill

pytestmark = pytest.mark.needs("data")
# What runs, or is kept from it by the policy, is told as a complaint, which the page collects.
HOOK = """
for (const name of ["alert", "prompt", "confirm", "print"]) {
  window[name] = (...words) => { console.error("ran", name, ...words); };
}
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("blocked", event.violatedDirective, event.blockedURI, event.sourceFile));
"""


@pytest.fixture
def pages(transactional_db, tree):
    """The pages of a site of payloads, with comments of payloads."""
    return fill(tree, Texts(corpus()), "bad")


def test_no_text_runs_in_the_browser(open_page, log_in, pages):
    page, article = open_page(), pages.article
    page.add_init_script(HOOK)
    page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
    search = "?" + urlencode({"q": OURS[3]})
    public = [article.url, pages.condition.url, f"/comments/{article.pk}/"]
    for path in (*public, f"/zh-hans/comments/{article.pk}/new/{search}", f"/search/{search}"):
        page.goto(path)
    log_in(page, make_user("root", is_superuser=True))
    for path in (f"pages/{article.pk}/edit/", f"pages/{article.get_parent().pk}/", "reader-comments/"):
        page.goto(f"/admin/{path}", wait_until="networkidle")
    assert page.complaints == []
    # The hook is there: what would have run would have been heard.
    page.evaluate("alert(1)")
    assert page.complaints == ["ran alert 1"]
