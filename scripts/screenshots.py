"""`make screenshots`: every kind of page in two widths, colour schemes and languages, on one contact sheet.

Writes reports/screenshots/index.html and the pictures beside it. Reads SITE (a running demonstration).
"""

import shutil
from html import escape
from itertools import product

from playwright.sync_api import sync_playwright

from scripts.children import ROOT, StepFailed, main
from scripts.demonstration_site import demonstration
from scripts.places import LANGUAGES, read_addresses
from scripts.system_packages import chromium

FOLDER = ROOT / "reports" / "screenshots"
WIDTHS = {"phone": 375, "desk": 1280}
SCHEMES = ("light", "dark")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
# A page longer than this is cut: who wants to see its end opens the page.
LONGEST = 6000
SHEET = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body {{ font: 16px sans-serif; background: #777; color: #fff }} h2 {{ margin: 2em 0 .5em }}
div {{ display: flex; gap: 12px; align-items: start; overflow-x: auto }} img {{ block-size: 640px }}
</style><h1>{count} pictures</h1>{rows}</html>
"""


def take():
    """Take all pictures. Raises StepFailed without Chromium or when a page does not answer."""
    if not chromium():
        raise StepFailed("Chromium is not installed. On Debian and Ubuntu: sudo apt-get install chromium")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with demonstration() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        names = [
            name
            for language, (size, width), scheme in product(LANGUAGES, WIDTHS.items(), SCHEMES)
            for name in pictures(browser, site, language, size, width, scheme)
        ]
        browser.close()
    (FOLDER / "index.html").write_text(sheet(names), encoding="utf-8")
    print(f"{len(names)} pictures: {FOLDER / 'index.html'}")


def pictures(browser, site, language, size, width, scheme):
    """Take a picture of every page in one language, `size` (name of a `width`), scheme; yield names."""
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for place, address in read_addresses(site, language).items():
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('img').forEach((image) => { image.loading = 'eager' })")
        height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
        name = f"{place.replace(' ', '-')}-{language}-{size}-{scheme}.jpg"
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=FOLDER / name, full_page=True, clip=clip, type="jpeg", quality=70)
        yield name
    context.close()


def sheet(names):
    """Give the page (str) that shows the pictures (list of names), a row for each kind of page."""
    places = {}
    for name in names:
        places.setdefault(name.rsplit("-", 4 if "zh-hans" in name else 3)[0], []).append(name)
    rows = [
        f"<h2>{escape(place)}</h2><div>{''.join(map(shown, names))}</div>" for place, names in places.items()
    ]
    return SHEET.format(count=len(names), rows="\n".join(rows))


def shown(name):
    """Give the HTML (str) of one picture."""
    return f'<a href="{name}"><img src="{name}" alt="{name}" loading="lazy"></a>'


if __name__ == "__main__":
    main(take)
