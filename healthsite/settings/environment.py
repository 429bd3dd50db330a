"""What differs between machines comes from the environment, and for what is not there from a file `.env`."""

import os
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]

ENV_FILE = BASE_DIR / os.environ.get("ENV_FILE", ".env")

# Tests take no value from the file of the person who runs them.
if not os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".test") and ENV_FILE.exists():
    environ.Env.read_env(ENV_FILE)

env = environ.Env()
VAR_DIR = BASE_DIR / env.str("VAR_DIR", default="var")
