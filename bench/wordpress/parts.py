"""What of Debian's packages is there, and where."""

import shutil
from pathlib import Path

CODE = Path("/usr/share/wordpress")
THEMES = {"stock": "twentytwentythree", "classic": "twentytwentyone"}
PLACES = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def program(name):
    """Give the path (str) of an installed program, None without it; an ordinary user's PATH has no sbin."""
    return shutil.which(name, path=PLACES)


def php_fpm():
    """Give the path (str) of the newest php-fpm, whose name carries its version; None without one."""
    found = [path for folder in PLACES.split(":") for path in Path(folder).glob("php-fpm[0-9]*")]
    return (
        str(max(found, key=lambda path: [int(part) for part in path.name[7:].split(".")], default="")) or None
    )


def theme(name):
    """Say whether the theme `name` (str) is installed."""
    return (CODE / "wp-content" / "themes" / name).is_dir()


# Debian's package: what tells that it is there.
NEEDED = {
    "wordpress": (CODE / "wp-load.php").exists,
    **{f"wordpress-theme-{name}": lambda name=name: theme(name) for name in THEMES.values()},
    "mariadb-server": lambda: program("mariadbd") and program("mariadb-install-db"),
    "php-fpm": php_fpm,
    "php-cli": lambda: program("php"),
    "php-mysql": lambda: any(Path("/usr/lib/php").glob("*/mysqli.so")),
    "nginx": lambda: program("nginx"),
}


def missing():
    """Give the names (list of str) of the packages that are not there."""
    return [package for package, found in NEEDED.items() if not found()]


def advice(packages):
    """Give the words (str) that say what to install; `packages` (list of str): what is missing."""
    return f"apt-get install --no-install-recommends {' '.join(packages)}"
