"""A browser for the journeys: Debian's Chromium, driven by Playwright, in front of a live server."""

import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings
from PIL import AvifImagePlugin, Image
from playwright.sync_api import Error, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from demo.loading import load_demonstration
from scripts.migrated_databases import DEMO_PASSWORD as PASSWORD
from scripts.system_packages import chromium

from .databases import copy_demonstration, fresh_database

PHONE = {"width": 375, "height": 812}
DESKTOP = {"width": 1280, "height": 900}
PICTURES = Path(__file__).resolve().parents[2] / "reports" / "journeys"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
# Rules of WCAG 2.2 that axe leaves out unless asked.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def pytest_collection_modifyitems(items):
    """Mark every test of this folder as a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of what the browser showed when a journey failed."""
    report = yield
    if call.when == "call" and report.failed:
        for number, page in enumerate(opened_pages(item), start=1):
            path = PICTURES / f"{item.name}-{number}.png"
            keep_picture(page, path)
            report.sections.append(("picture of the failure", str(path)))
    return report


def keep_picture(page, path):
    """Write a picture of the page to `path` (Path): of what is in view, where the whole is too long."""
    try:
        page.screenshot(path=path, full_page=True)
    except Error:
        page.screenshot(path=path)


def opened_pages(item):
    """Give the pages (list of Playwright's Page) that a test opened."""
    doors = [getattr(item, "funcargs", {}).get(name) for name in ("open_page", "open_demo")]
    return [page for door in doors if door for page in door.opened]


@pytest.fixture(scope="session")
def browser(django_db_setup):
    """One Chromium for all journeys of a process, started after the database: its loop hides connections."""
    # Playwright's loop runs in this thread, where Django would refuse every query of a test.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # A slow machine shows late what a test expects.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def quick_pictures():
    """Pictures made fast instead of small and beautiful, which no journey looks at."""
    resize = Image.Image.resize

    def save(image, file, name):
        image.encoderinfo.setdefault("speed", 10)
        AvifImagePlugin._save(image, file, name)

    Image.register_save("AVIF", save)
    with pytest.MonkeyPatch.context() as patch:
        nearest = Image.Resampling.NEAREST
        patch.setattr(Image.Image, "resize", lambda image, size, *_how, **_more: resize(image, size, nearest))
        yield
    Image.register_save("AVIF", AvifImagePlugin._save)


@contextmanager
def visitors(browser, address):
    """Give a function that opens a new visitor's page at the site with this address."""

    def open_page(viewport=DESKTOP, **options):
        context = browser.new_context(base_url=address, viewport=viewport, **options)
        context.set_default_timeout(60_000)
        page = context.new_page()
        watch(page)
        open_page.opened.append(page)
        return page

    open_page.opened = []
    yield open_page
    for page in open_page.opened:
        page.context.close()


def watch(page):
    """Collect what scripts and policies complain about, and which servers are asked for something."""
    page.complaints, page.hosts = [], set()
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("request", lambda request: page.hosts.add(urlsplit(request.url).netloc))


@pytest.fixture
def open_page(browser, live_server):
    """A function that gives a new visitor's page (Playwright): `open_page(PHONE, locale="zh-CN")`.

    Addresses may start with a slash. What scripts complain about is in `page.complaints` (list of str), the
    servers that were asked for something are in `page.hosts` (set of str).
    """
    with visitors(browser, live_server.url) as open_page:
        yield open_page


@pytest.fixture(scope="package")
def demo_site(request, browser, django_db_setup, django_db_blocker, tmp_path_factory):
    """The address of the demonstration, loaded once; journeys on it add to it, and take nothing away."""
    keep = request.config.getvalue("reuse_db") and not request.config.getvalue("create_db")
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(fresh_database(keep))
        stack.enter_context(override_settings(VAR_DIR=tmp_path_factory.mktemp("var")))
        stack.enter_context(pytest.MonkeyPatch.context()).setenv("DEMO_PASSWORD", PASSWORD)
        if folder := os.environ.get("DEMONSTRATION"):
            copy_demonstration(Path(folder))
        else:
            load_demonstration(lambda line: None)
        server = LiveServer("localhost")
        stack.callback(server.stop)
        yield server.url


@pytest.fixture
def open_demo(browser, demo_site):
    """The same function as `open_page`, for the demonstration."""
    with visitors(browser, demo_site) as open_page:
        yield open_page


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
    """A function that brings a page to the admin's dashboard as a member of staff (a User or a name)."""

    def log_in(page, user, password=PASSWORD):
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(getattr(user, "username", user))
        page.get_by_placeholder("Enter password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")

    return log_in


@pytest.fixture(scope="session")
def violations():
    """A function that gives what axe finds on a page (list of str), empty when all is well."""
    axe = Axe()

    def violations(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe.axe_script)
        found = page.evaluate("options => axe.run(document, options).then(said => said.violations)", AXE)
        return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]

    return violations


@pytest.fixture(scope="session")
def overflow():
    """A function that says by how many pixels a page is wider than its window (int)."""
    return lambda page: page.evaluate("document.documentElement.scrollWidth - innerWidth")
