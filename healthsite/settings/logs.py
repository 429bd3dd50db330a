"""Where messages go: to standard error, as lines of text or of JSON, without personal data."""

import json
import logging
import re

from django.core.exceptions import ImproperlyConfigured

# Each starts only where a run of its characters starts: a long text without an address stays cheap.
E_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w.-]+")
IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}(?![\w:])")
QUERY = re.compile(r"(?<=\S)\?[^\s'\"?]+")


def without_personal_data(text):
    """Give `text` (str) with e-mail and network addresses and the questions after a path struck out."""
    for pattern, replacement in ((E_MAIL, "[e-mail]"), (IPV4, "[address]"), (IPV6, "[address]")):
        text = pattern.sub(replacement, text)
    return QUERY.sub("?[…]", text)


class PlainFormatter(logging.Formatter):
    """One line of text for a message, its traceback below."""

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record):
        return without_personal_data(super().format(record))


class JsonFormatter(logging.Formatter):
    """One line of JSON for a message: time, level, logger, message and, if there is one, traceback."""

    def format(self, record):
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_personal_data(record.getMessage()),
        }
        if record.exc_info:
            entry["traceback"] = without_personal_data(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


FORMATTERS = {"plain": PlainFormatter, "json": JsonFormatter}


def logging_settings(env):
    """Give Django's LOGGING (dict). `env`: an environ.Env; LOG_FORMAT is plain or json, LOG_LEVEL a level."""
    formatter = FORMATTERS.get(env.str("LOG_FORMAT", default="plain"))
    if formatter is None:
        raise ImproperlyConfigured(f"LOG_FORMAT is one of {', '.join(FORMATTERS)}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
        "loggers": {
            # Django's own handlers print twice, and mail the request with its form fields to ADMINS.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            # Each saved page would be told three times; Wagtail keeps its own log of who did what.
            "django_tasks": {"level": "WARNING"},
            "wagtail": {"level": "WARNING"},
        },
    }
