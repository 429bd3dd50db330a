"""The letters: Noto Sans CJK where installed (Debian: fonts-noto-cjk), else Pillow's own Latin ones."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path("/usr/share/fonts/opentype/noto")
BOLD, REGULAR = "NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc"
SIMPLIFIED = 2  # the place of the Simplified Chinese shapes inside the collection
# Pillow's own letters reach to the end of Latin Extended-A, and hold the usual quotation marks and dashes.
LATIN_END = 0x17F
PUNCTUATION = frozenset("–—‘’“”…•·")


@cache
def font(size, *, bold=False):
    """Give the font (FreeTypeFont) of `size` pixels, read once."""
    path = FOLDER / (BOLD if bold else REGULAR)
    return ImageFont.truetype(path, size, index=SIMPLIFIED) if path.exists() else ImageFont.load_default(size)


def has_all_letters():
    """Whether the machine can draw Chinese (bool)."""
    return (FOLDER / BOLD).exists() and (FOLDER / REGULAR).exists()


def can_draw(text):
    """Whether every character of `text` (str) has a shape here (bool)."""
    return has_all_letters() or all(ord(letter) <= LATIN_END or letter in PUNCTUATION for letter in text)
