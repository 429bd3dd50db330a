"""One style sheet and one script, joined from small files."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from pages.bundles import BundleFinder, imports, joined

STATIC = Path(settings.BASE_DIR, "static")


@pytest.fixture
def parts(tmp_path):
    """Two style sheets and one that imports them."""
    (tmp_path / "one.css").write_text("/* One. */\na {\n  color: red;\n}\n")
    (tmp_path / "paper.css").write_text("a { color: black }\n")
    source = tmp_path / "all.css"
    source.write_text('/* All. */\n@import "one.css";\n@import "paper.css" print;\n')
    return source


def test_the_files_stand_in_one_in_their_order_without_comments(parts):
    assert joined(parts) == "a {\ncolor: red;\n}\n@media print {\na { color: black }\n}\n"


def test_scripts_keep_their_names_to_themselves(tmp_path):
    (tmp_path / "one.js").write_text("// One.\nconst a = 1;\n")
    (tmp_path / "all.js").write_text('import "./one.js";\n')
    assert joined(tmp_path / "all.js") == "{\nconst a = 1;\n}\n"


def test_every_component_is_in_the_bundle():
    named = {STATIC / "css" / found["name"] for found in imports(STATIC / "css/site.css")}
    layers = {STATIC / "css" / f"{name}.css" for name in ("tokens", "base", "layout", "print")}
    assert named == layers | {*STATIC.glob("css/components/*.css")}


def test_an_edit_is_seen_while_developing(parts, settings, tmp_path):
    settings.DEBUG, settings.STATICFILES_DIRS = True, [tmp_path]
    settings.STATIC_BUNDLES, settings.STATIC_BUNDLES_ROOT = {"all.min.css": "all.css"}, tmp_path / "out"
    finders.get_finder.cache_clear()
    finder = BundleFinder()
    before = Path(finder.find("all.min.css"))
    (tmp_path / "one.css").write_text("a { color: blue }")
    after = Path(finder.find("all.min.css"))
    finders.get_finder.cache_clear()
    assert "blue" in after.read_text()
    assert "red" in before.read_text()


def test_whitenoise_gets_a_packed_copy_and_collectstatic_does_not():
    finder = BundleFinder()
    packed = {name: storage.path(name) for name, storage in finder.list(None)}
    plain = Path(packed["css/site.min.css"]).read_bytes()
    assert gzip.decompress(Path(packed["css/site.min.css.gz"]).read_bytes()) == plain
    assert [name for name, _storage in finder.list([])] == ["css/site.min.css", "js/site.min.js"]


def test_a_page_names_one_style_sheet_and_one_script(client, tree):
    html = client.get("/").content.decode()
    assert html.count('rel="stylesheet"') == html.count("<script src=") == 1
