"""Draw the picture: 1200 x 630 pixels, as the networks show them."""

import re
from io import BytesIO

from PIL import Image, ImageDraw

from . import fonts

SIZE = (1200, 630)
MARGIN = 88
PAPER, INK, QUIET, BRAND, SOFT = "#fbf9f4", "#16292b", "#4d6165", "#0b5a55", "#dfefe9"
SIZES = (78, 66, 56, 48)
MOST_LINES = 4
# A Chinese character may end a line; Latin letters stay together up to the next space.
HAN = r"\u2e80-\u2fff\u3041-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that belong to what stands before them and begin no line.
CLOSING = r"[\u3001\u3002\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u201d\u2019]*"
PIECE = re.compile(rf"[{HAN}]{CLOSING}|\s+|[^\s{HAN}]+")


def draw(title, site, label):
    """Give the picture (bytes, JPEG) with three texts (str), without any where letters are missing."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    _brand(pen)
    if fonts.can_draw(title + site + label):
        _words(pen, title, site, label)
    file = BytesIO()
    picture.save(file, "JPEG", quality=86, optimize=True)
    return file.getvalue()


def _brand(pen):
    width, height = SIZE
    pen.rectangle((0, 0, 24, height), fill=BRAND)
    pen.ellipse((width - 240, height - 190, width + 110, height + 160), fill=SOFT)
    pen.rounded_rectangle((width - 118, height - 132, width - 86, height - 36), 10, fill=BRAND)
    pen.rounded_rectangle((width - 150, height - 100, width - 54, height - 68), 10, fill=BRAND)


def _words(pen, title, site, label):
    pen.text((MARGIN, 76), label, font=fonts.font(34), fill=BRAND)
    letters, lines = fit(title, SIZE[0] - 2 * MARGIN)
    for number, line in enumerate(lines):
        pen.text((MARGIN, 150 + number * letters.size * 1.22), line, font=letters, fill=INK)
    (name,) = wrap(site, fonts.font(34), SIZE[0] - 2 * MARGIN - 220)[:1] or [""]
    pen.text((MARGIN, SIZE[1] - 108), name, font=fonts.font(34), fill=QUIET)


def fit(text, width):
    """Give (font, lines): the largest size at which `text` fits; at the smallest it is cut."""
    for size in SIZES:
        letters = fonts.font(size, bold=True)
        lines = wrap(text, letters, width)
        if len(lines) * size * 1.22 <= 350 and len(lines) <= MOST_LINES + (size == SIZES[-1]):
            return letters, lines
    kept = lines[:MOST_LINES]
    while letters.getlength(kept[-1] + "…") > width:
        kept[-1] = kept[-1][:-1]
    return letters, [*kept[:-1], kept[-1].rstrip() + "…"]


def wrap(text, letters, width):
    """Give the lines (list of str) of `text`, none wider than `width` pixels; a longer word is broken."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())[:400], letters, width):
        if letters.getlength(line + piece) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or not piece.isspace() else ""
    return [found for found in [*lines, line.rstrip()] if found]


def _pieces(text, letters, width):
    for piece in PIECE.findall(text):
        if letters.getlength(piece) <= width:
            yield piece
        else:
            yield from piece
