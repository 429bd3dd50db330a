"""The living style guide."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from pages.blocks import BodyStreamBlock
from pages.models import SiteSettings


def test_visitors_do_not_find_it(client, tree):
    assert client.get("/style-guide/").status_code == 404


def test_on_a_demonstration_everybody_finds_it(client, tree):
    SiteSettings.objects.update(demonstration=True)
    assert client.get("/style-guide/").status_code == 200


@pytest.fixture
def guide(admin_client, tree):
    """What a member of staff sees (str)."""
    return admin_client.get("/style-guide/").content.decode()


def test_it_shows_every_token_of_the_style_sheet(guide):
    text = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
    assert all(f"<code>{name}</code>" in guide for name in re.findall(r"^ +--([\w-]+):", text, re.MULTILINE))


def test_it_shows_every_block_that_has_an_example(guide):
    blocks = [
        block for block in BodyStreamBlock().child_blocks.values() if hasattr(block.meta, "preview_value")
    ]
    assert len(blocks) >= 10
    assert all(f"<h3>{block.label}</h3>".replace("'", "&#x27;") in guide for block in blocks)
    assert "Urgent:" in guide
    assert "Most people get better without an operation." in guide
