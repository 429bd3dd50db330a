"""A secret key for a laptop, made once and kept under var/."""

import os
from contextlib import suppress

from django.core.management.utils import get_random_secret_key


def local_secret_key(var_dir):
    """Give the key (str) kept in `var_dir`/secret_key (a Path), making both when they are missing."""
    path = var_dir / "secret_key"
    var_dir.mkdir(parents=True, exist_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with suppress(FileExistsError), os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write(get_random_secret_key())
    return path.read_text().strip()
