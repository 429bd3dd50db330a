"""The colours of letters: those of the site, read from its tokens. Mail programs know no variables."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

TOKEN = re.compile(r"(?<!-)--(?P<name>\w+(?:-\w+)*): light-dark\((?P<light>#\w+), (?P<dark>#\w+)\);")


@cache
def colours():
    """Give {"light": {name: colour}, "dark": {…}}, names with `_` where the tokens have `-`."""
    text = Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")
    found = [
        (match["name"].replace("-", "_"), match["light"], match["dark"]) for match in TOKEN.finditer(text)
    ]
    return {
        "light": {name: light for name, light, _dark in found},
        "dark": {name: dark for name, _light, dark in found},
    }
