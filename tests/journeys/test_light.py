"""What a first visit of an article costs: bytes, hosts, and nothing that moves under the reader's eyes."""

import pytest

from .addresses import ARTICLE, LANGUAGES

MOST_BYTES = 100_000
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value }))
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 200));
})"""


def listen(page):
    """Give two dicts that fill as the page loads: the kind of each request, and the bytes that it took."""
    session = page.context.new_cdp_session(page)
    kinds, sizes = {}, {}
    session.on("Network.responseReceived", lambda said: kinds.update({said["requestId"]: said["type"]}))
    session.on(
        "Network.loadingFinished", lambda said: sizes.update({said["requestId"]: said["encodedDataLength"]})
    )
    session.send("Network.enable")
    return kinds, sizes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light_and_nothing_moves(open_demo, language):
    page = open_demo({"width": 375, "height": 812})
    kinds, sizes = listen(page)
    page.goto(LANGUAGES[language] + ARTICLE, wait_until="networkidle")
    shift = page.evaluate(SHIFT)
    loaded = [number for number, kind in kinds.items() if kind != "Image"]
    assert 0 < sum(sizes.get(number, 0) for number in loaded) < MOST_BYTES
    assert list(kinds.values()).count("Stylesheet") == list(kinds.values()).count("Script") == 1
    assert len(page.hosts) == 1
    assert shift == 0
