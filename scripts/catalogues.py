"""`python -m scripts.catalogues`: take every text out of the code into the catalogues, and compile them.

Beside our own catalogue stands a supplement: what the catalogues of Wagtail and wagtail-localize lack.
Run inside the virtual environment: it needs polib and Django, and GNU gettext for the extraction.
"""

import importlib.util
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
SUPPLEMENTED = ["wagtail", "wagtail_localize"]
DOMAINS = ["django", "djangojs"]
# Begins the comment of an entry that says something else than Wagtail on purpose; Wagtail's text follows.
INSTEAD = "Instead of: "
NOT_TEXT = shutil.ignore_patterns("__pycache__", "migrations", "content", "data", "pictures")


def catalogue(language, root=ROOT):
    """Give the path (Path) of the catalogue of `language` (a locale name, str)."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def supplement(language, domain, root=ROOT):
    """Give the path (Path) of what Wagtail lacks in `language`, of `domain` ("django" or "djangojs")."""
    return root / "locale" / "wagtail" / language / "LC_MESSAGES" / f"{domain}.po"


def identity(entry):
    """Give what a catalogue finds an entry (polib.POEntry) by: context and English text."""
    return entry.msgctxt, entry.msgid


def texts(entry):
    """Give the translations of an entry (polib.POEntry), one for each plural form (list of str)."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def upstream_files(language, file):
    """Give the catalogues named `file` of the installed Wagtail and wagtail-localize (list of Path)."""
    folders = [Path(importlib.util.find_spec(name).origin).parent for name in SUPPLEMENTED]
    return [path for top in folders for path in sorted(top.rglob(f"locale/{language}/LC_MESSAGES/{file}"))]


def upstream_asks(domain):
    """Give every text Wagtail can show, from its English catalogues (dict of identity to polib.POEntry)."""
    catalogues = [polib.pofile(str(path)) for path in upstream_files("en", f"{domain}.po")]
    return {identity(entry): entry for entries in catalogues for entry in entries if not entry.obsolete}


def upstream_says(language, domain):
    """Give Wagtail's own translations (dict of identity to a set of str), as compiled: what is loaded."""
    said = {}
    for path in upstream_files(language, f"{domain}.mo"):
        for entry in polib.mofile(str(path)):
            if all(texts(entry)):
                said.setdefault(identity(entry), set()).update(texts(entry))
    return said


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


def known(path):
    """Give the entries of the catalogue at `path` (dict of identity to polib.POEntry), if it is there."""
    return {identity(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}


def keep(fresh, path, language):
    """Write the catalogue `fresh` (polib.POFile), compiled beside it; give what is not translated (list)."""
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


def merge(language):
    """Bring the catalogue of `language` into step with the code; give what is not translated (list)."""
    path = catalogue(language)
    fresh = extract(language)
    before = known(path)
    for entry in fresh:
        old = before.get(identity(entry))
        if old:
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
        entry.occurrences = sorted({(file, "") for file, _line in entry.occurrences})
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    return keep(fresh, path, language)


def lacking(asked, old=None):
    """Give an entry (polib.POEntry) for the text `asked` of Wagtail, translated as in `old` if given."""
    plural = asked.msgid_plural
    return polib.POEntry(
        msgctxt=asked.msgctxt,
        msgid=asked.msgid,
        msgid_plural=plural,
        msgstr=old.msgstr if old else "",
        msgstr_plural=(old.msgstr_plural if old else {0: ""}) if plural else {},
        comment=asked.comment,
        flags=[flag for flag in asked.flags if flag != "fuzzy"],
    )


def on_purpose(entry):
    """Say (bool) whether an entry (polib.POEntry) of the supplement replaces Wagtail's text knowingly."""
    return entry.tcomment.startswith(INSTEAD)


def merge_supplement(language, domain):
    """Bring the supplement into step with the installed Wagtail; give what is not translated (list).

    What Wagtail has learned to say leaves; what we say otherwise on purpose (INSTEAD) stays, at the end.
    """
    path = supplement(language, domain)
    before, said, fresh = known(path), upstream_says(language, domain), polib.POFile(wrapwidth=0)
    fresh.extend(
        lacking(entry, before.get(name)) for name, entry in upstream_asks(domain).items() if name not in said
    )
    fresh.extend(before[name] for name in before if name in said and on_purpose(before[name]))
    return keep(fresh, path, language)


if __name__ == "__main__":
    for name in LANGUAGES:
        print(f"{name}: {len(merge(name))} texts without translation")
        for kind in DOMAINS:
            untold = merge_supplement(name, kind)
            print(f"{name}, Wagtail's {kind}: {len(untold)} texts without translation")
