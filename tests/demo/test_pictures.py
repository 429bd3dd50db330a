"""Every picture is drawn by us, light, and described in both languages."""

import pytest
from PIL import Image

from demo.content_files import LANGUAGES, PICTURES, read_table

ENTRIES = read_table("pictures")
MOST_BYTES = 60_000


def test_each_entry_has_a_picture_and_its_source_and_the_other_way_round():
    assert set(ENTRIES) == {path.stem for path in PICTURES.glob("*.webp")}
    assert set(ENTRIES) == {path.stem for path in (PICTURES / "svg").glob("*.svg")}


@pytest.mark.parametrize("key", ENTRIES)
def test_a_picture_is_light_and_wide(key):
    path = PICTURES / f"{key}.webp"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (1600, 900))


@pytest.mark.parametrize("key", ENTRIES)
def test_a_picture_is_described_in_both_languages(key):
    for language in LANGUAGES:
        assert len(ENTRIES[key]["alt"][language]) > 10
        assert ENTRIES[key]["credit"][language]
