"""Log lines tell what happened, never to whom."""

import json
import logging
import time

import environ
import pytest

from healthsite.settings.logs import JsonFormatter, PlainFormatter, logging_settings, without_personal_data


def record(message, *args, **options):
    """Give a LogRecord of level ERROR."""
    return logging.LogRecord("healthsite", logging.ERROR, __file__, 1, message, args, **options)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("mail to kim.lee+news@example.org failed", "mail to [e-mail] failed"),
        ("from 203.0.113.77: refused", "from [address]: refused"),
        ("from 2001:db8::8a2e:370:7334 refused", "from [address] refused"),
        ("Not Found: /search/?q=herpes&page=2", "Not Found: /search/?[…]"),
        ("12 pages at 10:15:30, version 5.2.19", "12 pages at 10:15:30, version 5.2.19"),
    ],
)
def test_addresses_and_questions_are_struck_out(text, cleaned):
    assert without_personal_data(text) == cleaned


def test_a_traceback_is_cleaned_too():
    try:
        raise ValueError("Key (email)=(kim@example.org) exists")
    except ValueError as error:
        line = JsonFormatter().format(record("failed", exc_info=(ValueError, error, error.__traceback__)))
    assert "kim@" not in line
    assert "ValueError" in json.loads(line)["traceback"]


@pytest.mark.parametrize("formatter", [PlainFormatter, JsonFormatter])
def test_the_values_of_a_message_are_cleaned(formatter):
    assert "203.0.113.77" not in formatter().format(record("refused %s", "203.0.113.77", exc_info=None))


def test_json_is_one_line_for_a_message_of_two():
    line = JsonFormatter().format(record("first\nsecond", exc_info=None))
    assert "\n" not in line
    assert json.loads(line)["message"] == "first\nsecond"


@pytest.mark.parametrize("pattern", ["a", "1.", "a@", ":", "1:", "/", "/?", "a."])
def test_a_long_text_is_cleaned_quickly(pattern):
    text = pattern * (100_000 // len(pattern))
    began = time.perf_counter()
    without_personal_data(text)
    assert time.perf_counter() - began < 0.25


@pytest.mark.parametrize(("name", "formatter"), [("plain", PlainFormatter), ("json", JsonFormatter)])
def test_the_environment_chooses_the_form(monkeypatch, name, formatter):
    monkeypatch.setenv("LOG_FORMAT", name)
    assert logging_settings(environ.Env())["formatters"]["line"]["()"] is formatter
