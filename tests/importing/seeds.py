"""The five real source pages beside the project: read at test time, never copied into it."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS = SHARED / "seeds"


def need(folder):
    """Give `folder` (Path); skip loudly when it is absent, fail in CI."""
    if folder.is_dir():
        return folder
    message = f"{folder} is missing: tests on real source pages did not run"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
    return None


def seed_path(number):
    """Give the path of a source page by its number (int)."""
    return next(need(SEEDS).glob(f"{number:03}_*.txt"))
