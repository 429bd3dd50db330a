"""The test run: fast hashing, mail in memory, a folder of its own that goes when the run ends."""

import os
import tempfile
from pathlib import Path

SCRATCH = tempfile.TemporaryDirectory(prefix="healthsite-test-")
# TEST_VAR_DIR names a folder that stays.
os.environ["VAR_DIR"] = os.environ.get("TEST_VAR_DIR") or SCRATCH.name

from .base import *  # noqa: E402 - base reads VAR_DIR
from .environment import env  # noqa: E402

SECRET_KEY = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
# Publishing is the most frequent thing tests do; those about the pictures switch them on.
SHARE_PICTURES = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A test that is about the second step switches it on.
TWO_STEP_REQUIRED = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# A test that is about them switches them on: counting costs a query for each write.
COUNT_CHANGES = False
BYTE_CACHE_MB = 0
# Static files are served from where they lie; nothing is collected.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A file even for SQLite: the browser journeys write to it from several threads, as on a real site.
# TEST_DATABASE_NAME names one to keep between runs (`--reuse-db`).
DATABASES["default"]["TEST"] = {
    "NAME": env.str("TEST_DATABASE_NAME", default="")
    or (str(Path(SCRATCH.name, "test.sqlite3")) if "sqlite3" in DATABASES["default"]["ENGINE"] else None)
}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A test run need not survive a power loss.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
