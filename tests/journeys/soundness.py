"""What each kind of page is looked at for; each check gives what is wrong (list of str)."""

from .conftest import DESKTOP

# 1280 pixels at 400 % and 200 %, a phone, the largest screen.
WIDTHS = (320, 375, 640, 1920)
OPEN_ALL = "document.querySelectorAll('main details').forEach((fold) => { fold.open = true })"
MOVES = """[...document.querySelectorAll('*')].filter((element) => {
  const style = getComputedStyle(element);
  const lasts = [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0);
  return lasts || style.scrollBehavior === 'smooth';
}).map((element) => `moves: ${element.outerHTML.slice(0, 80)}`)"""
# With forced colours no background is left: what was told by one needs an edge.
EDGED = ".button, form.search button, .label, .key-points, .care, .callout, .chip"
EDGELESS = """(edged) => [...document.querySelectorAll(edged)]
  .filter((element) => element.checkVisibility())
  .filter((element) => getComputedStyle(element).borderTopWidth === '0px'
    && getComputedStyle(element).borderLeftWidth === '0px')
  .map((element) => `no edge: ${element.outerHTML.slice(0, 80)}`)"""


def is_itself(page, html_language):
    """The language is named and there is one first heading."""
    faults = [] if page.locator("html").get_attribute("lang") == html_language else ["lang"]
    return faults + ([] if page.locator("h1").count() == 1 else ["not one h1"])


def says_the_same_without_scripts(page, plain):
    """What is read with scripts stands there without them too, at the same address in `plain` (a Page)."""
    page.set_viewport_size(DESKTOP)
    plain.goto(page.url)
    said, said_plainly = (set(each.locator("main").inner_text().splitlines()) for each in (page, plain))
    return sorted(said - said_plainly) + ([] if plain.locator("main h1").is_visible() else ["no heading"])


def is_accessible(page, violations):
    """Axe finds nothing, light at a desk, dark on a phone with everything unfolded."""
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.set_viewport_size(DESKTOP)
    faults = violations(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": WIDTHS[0], "height": 640})
    page.evaluate(OPEN_ALL)
    return faults + violations(page)


def fits(page, overflow):
    """Nothing is wider than the window, zoomed or not."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        if overflow(page) > 0:
            faults.append(f"{overflow(page)} pixels too wide at {width}")
    return faults


def keeps_still_and_keeps_its_edges(page):
    """For readers who asked for less motion, and for those with colours of their own."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    return page.evaluate(MOVES) + page.evaluate(EDGELESS, EDGED)
