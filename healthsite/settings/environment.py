"""What differs between machines comes from the environment, and for what is not there from a file `.env`."""

import os
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]

# Tests take no value from the file of the person who runs them.
if not os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".test") and (BASE_DIR / ".env").exists():
    environ.Env.read_env(BASE_DIR / ".env")

env = environ.Env()
VAR_DIR = BASE_DIR / env.str("VAR_DIR", default="var")
