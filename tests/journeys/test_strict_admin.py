"""The admin runs under a policy without inline scripts and styles: every view, and what its scripts do."""

import re

import pytest
from playwright.sync_api import Error

from tests.examples import examples
from tests.surface import addresses

from .addresses import question_and_answer

LISTEN = """document.addEventListener('securitypolicyviolation', event => reportViolation(
    `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""
# Fragments and data are no pages; leaving would end the walk.
NO_PAGES = re.compile(
    r".*(_results|:results|results|_api:.*|:logout|logout|choosers_.*|failwhale|error_test|sprite|images:preview)"
)
# Views that every kind of record shares: one of them stands for all.
SHARED = re.compile(r".*_(?!editorial_source)\w+:(usage|history|copy|delete|list)$")

NOTHING_TO_SHOW = ("ERR_HTTP_RESPONSE_CODE_FAILURE", "Download is starting")


def places():
    """Give the paths (list of str) of the admin's pages, each once."""
    article = question_and_answer()
    words = examples(article, article.get_parent())
    entries = [entry for entry in addresses() if entry.route.startswith("admin/")]
    wanted = [entry for entry in entries if not NO_PAGES.fullmatch(entry.name)]
    return list({entry.path(words): None for entry in wanted if not SHARED.fullmatch(entry.name)})


def leave(page):
    """Turn to an empty page, as soon as Chromium has shown its own page about the failure."""
    for _attempt in range(10):
        try:
            page.goto("about:blank")
        except Error:
            page.wait_for_timeout(100)
        else:
            return


def visit(page, path):
    """Open a page and say whether it is one (bool): what takes only forms answers with nothing to show."""
    try:
        answer = page.goto(path, wait_until="load")
    except Error as error:
        if not any(reason in str(error) for reason in NOTHING_TO_SHOW):
            raise
        leave(page)
        return False
    assert answer.status < 500, path
    return answer.status == 200


@pytest.fixture
def staff(open_demo, log_in):
    """A superuser in the admin; what the policy forbids is collected in `page.violations` (list of str)."""
    page = open_demo()
    page.violations = []
    page.context.expose_binding("reportViolation", lambda source, text: page.violations.append(text))
    page.context.add_init_script(LISTEN)
    log_in(page, "admin")
    return page


@pytest.mark.long
def test_no_view_of_the_admin_asks_for_what_the_policy_forbids(staff):
    seen = [path for path in places() if visit(staff, path)]
    assert staff.violations == []
    assert len(seen) >= 60
