"""A browser for the journeys: Debian's Chromium, driven by Playwright, in front of a live server."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from scripts.system_packages import chromium

PHONE = {"width": 375, "height": 812}
DESKTOP = {"width": 1280, "height": 900}
PICTURES = Path(__file__).resolve().parents[2] / "reports" / "journeys"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items):
    """Mark every test of this folder as a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of what the browser showed when a journey failed."""
    report = yield
    pages = [value for value in getattr(item, "funcargs", {}).values() if isinstance(value, Page)]
    for page in pages if call.when == "call" and report.failed else []:
        path = PICTURES / f"{item.name}.png"
        page.screenshot(path=path, full_page=True)
        report.sections.append(("picture of the failure", str(path)))
    return report


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all journeys of a process."""
    # Playwright's loop runs in this thread, where Django would refuse every query of a test.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_server):
    """A function that gives a new visitor's page (Playwright): `open_page(PHONE, locale="zh-CN")`.

    Addresses may start with a slash. What scripts complain about is in `page.complaints` (list of str).
    """
    contexts = []

    def open_page(viewport=DESKTOP, **options):
        context = browser.new_context(base_url=live_server.url, viewport=viewport, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page):
    """A visitor at a desk."""
    return open_page(DESKTOP)


@pytest.fixture
def phone_page(open_page):
    """A visitor with a phone, 375 pixels wide."""
    return open_page(PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def log_in():
    """A function that brings a page to the admin's dashboard as a member of staff."""

    def log_in(page, user, password="a-long-password"):
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(user.username)
        page.get_by_placeholder("Enter password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")

    return log_in
