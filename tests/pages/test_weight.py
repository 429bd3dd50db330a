"""The styles and scripts every reader loads stay small."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR, "static")
NAMES = ("tokens", "base", "layout", "print")
STYLES = [*(STATIC / "css" / f"{name}.css" for name in NAMES), *sorted(STATIC.glob("css/components/*.css"))]


def test_all_styles_together_stay_under_twenty_kilobytes():
    assert sum(len(gzip.compress(path.read_bytes())) for path in STYLES) < 20_000


def test_the_script_of_the_contents_stays_under_three_kilobytes():
    assert Path(STATIC, "js/contents.js").stat().st_size < 3_000


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_style_sheet_explains_itself_and_has_a_layer(path):
    text = path.read_text()
    assert text.startswith("/* ")
    assert "@layer" in text


@pytest.mark.parametrize("path", sorted(Path(settings.BASE_DIR, "templates").rglob("*.html")), ids=str)
def test_every_template_stays_under_a_hundred_lines(path):
    assert len(path.read_text().splitlines()) < 100
