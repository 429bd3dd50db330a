"""What a test needs from its machine. Where it is missing the test is skipped and says so; in CI it fails.

A test names its needs: `@pytest.mark.needs("seeds")`. The markers `journey` and `postgres` imply theirs.
"""

import os
from pathlib import Path

import pytest
from django.db import connection

from scripts import system_packages

SHARED = Path(__file__).resolve().parents[2] / "shared"

# Part of the machine: says (truthy or not) whether it is there.
PARTS = {
    "chromium": system_packages.chromium,
    "postgres": lambda: connection.vendor == "postgresql",
    "sqlite": lambda: connection.vendor == "sqlite",
    "seeds": (SHARED / "seeds").is_dir,
    "data": (SHARED / "data").is_dir,
    "redis": system_packages.NEEDED["redis-server"],
    "nginx": system_packages.NEEDED["nginx"],
    "java": system_packages.NEEDED["default-jre-headless"],
    "msgfmt": system_packages.NEEDED["gettext"],
    "chinese font": system_packages.has_chinese_font,
}
IMPLIED = {"journey": "chromium", "postgres": "postgres", "sqlite": "sqlite"}


def in_ci():
    """Say whether this run decides about a change: then nothing may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def need(part):
    """Skip the running test, in CI fail it, when `part` (a key of PARTS) is not there."""
    if PARTS[part]():
        return
    message = f"this machine lacks: {part}"
    if in_ci():
        pytest.fail(f"{message} (in CI nothing may be left out)", pytrace=False)
    pytest.skip(message)


def needs_of(item):
    """Give the parts (list of str) that a test, pytest's `item`, names through its markers."""
    named = [part for marker in item.iter_markers("needs") for part in marker.args]
    implied = [part for name, part in IMPLIED.items() if item.get_closest_marker(name)]
    return named + implied
