"""Collected texts that break software, read from the shared data when a test asks for them."""

import json

from .needs import SHARED

FOLDER = SHARED / "data" / "bad_input"


def naughty():
    """Give the collected strings (list of str) that break forms, searches and parsers."""
    return json.loads((FOLDER / "blns.json").read_text(encoding="utf-8"))


def injections():
    """Give the lines (list of str) that try to run a script in a reader's browser."""
    return (FOLDER / "xss_payloadbox.txt").read_text(encoding="utf-8", errors="replace").splitlines()
