"""A secret key for a laptop, made once and kept under var/."""

from django.core.management.utils import get_random_secret_key


def local_secret_key(var_dir):
    """Give the key (str) kept in `var_dir`/secret_key, making both when they are missing."""
    path = var_dir / "secret_key"
    if not path.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text().strip()
