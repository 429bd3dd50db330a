"""What differs between machines comes from the environment, and for what is not there from a file `.env`."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

KINDS = {int: "a whole number", float: "a number", bool: "true or false", dict: "a list of name=value"}
BASE_DIR = Path(__file__).resolve().parents[2]

ENV_FILE = BASE_DIR / os.environ.get("ENV_FILE", ".env")

# Tests take no value from the file of the person who runs them.
if not os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".test") and ENV_FILE.exists():
    environ.Env.read_env(ENV_FILE)


class Environment(environ.Env):
    """django-environ's, which names the variable when its value is no such thing."""

    def get_value(self, var, cast=None, default=environ.Env.NOTSET, parse_default=False):
        """Give the value of `var`. Raises ImproperlyConfigured, which names it but not its value."""
        try:
            return super().get_value(var, cast, default, parse_default)
        except (ValueError, TypeError) as error:
            kind = KINDS.get(cast, "what it should be")
            raise ImproperlyConfigured(f"The value of {var} is not {kind}.") from error


env = Environment()
VAR_DIR = BASE_DIR / env.str("VAR_DIR", default="var")
