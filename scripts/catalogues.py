"""`make messages`: take every text out of the code into the catalogues, and compile them.

Run inside the virtual environment: it needs polib and Django, and GNU gettext for the extraction.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
ROOMS = [
    "articles",
    "comments",
    "conditions",
    "demo",
    "editorial",
    "healthsite",
    "importing",
    "operations",
    "outlets",
    "freshness",
    "pages",
    "protection",
    "templates",
]
LANGUAGES = ["zh_Hans"]
NOT_TEXT = shutil.ignore_patterns("__pycache__", "migrations", "content", "data", "pictures")


def catalogue(language, root=ROOT):
    """Give the path (Path) of the catalogue of `language` (a locale name, str)."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def extract(language):
    """Give the catalogue (polib.POFile) of all texts in the code as it is now, none translated."""
    with tempfile.TemporaryDirectory() as folder:
        for room in ROOMS:
            if (ROOT / room).exists():
                shutil.copytree(ROOT / room, Path(folder) / room, ignore=NOT_TEXT)
        (Path(folder) / "locale").mkdir()
        environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        command = [sys.executable, "-m", "django", "makemessages", "-l", language, "--no-wrap", "-v0"]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        return polib.pofile(str(catalogue(language, Path(folder))), wrapwidth=0)


def merge(language):
    """Bring the catalogue of `language` into step with the code; give what is not translated (list)."""
    path = catalogue(language)
    fresh = extract(language)
    known = (
        {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    )
    for entry in fresh:
        old = known.get((entry.msgctxt, entry.msgid))
        if old:
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
        entry.occurrences = sorted({(file, "") for file, _line in entry.occurrences})
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    fresh.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))
    fresh.save_as_mofile(str(path.with_suffix(".mo")))
    return fresh.untranslated_entries()


if __name__ == "__main__":
    for name in LANGUAGES:
        print(f"{name}: {len(merge(name))} texts without translation")
