"""Draw the pictures again after a change to their SVG sources: `python -m demo.draw`.

Needs what the browser tests need (Playwright and Chromium); the site itself only reads the WebP files.
"""

import io
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

from .content_files import PICTURES

SIZE = {"width": 1600, "height": 900}
PAGE = "<style>body{{margin:0}}svg{{display:block}}</style>{svg}"


def draw_all():
    """Write `demo/pictures/<name>.webp` for each `demo/pictures/svg/<name>.svg`; say name and bytes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        for source in sorted((PICTURES / "svg").glob("*.svg")):
            page.set_content(PAGE.format(svg=source.read_text(encoding="utf-8")))
            target = PICTURES / f"{source.stem}.webp"
            image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            image.save(target, quality=82, method=6)
            sys.stdout.write(f"{target.name} {target.stat().st_size}\n")


if __name__ == "__main__":
    draw_all()
