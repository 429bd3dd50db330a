"""One style sheet and one script for readers, joined from the small files that people edit.

`css/site.css` and `js/site.js` only import. A browser could read them as they are, with one request for each
file; `BundleFinder` gives the static files `css/site.min.css` and `js/site.min.js`, where all stand in one.
"""

import gzip
import hashlib
import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

IMPORT = re.compile(r'^@?import "(?P<name>[\w./-]+)"(?: (?P<media>\w+))?;$', re.MULTILINE)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
JS_COMMENT = re.compile(r"^[ \t]*(//.*|/\*[^*]*\*/)$", re.MULTILINE)
EMPTY = re.compile(r"\n\s*")


def joined(source):
    """Give the text (str) of all files that `source` (Path of a .css or .js) imports."""
    parts = (part(source.parent / found["name"], found["media"]) for found in imports(source))
    return "\n".join(parts) + "\n"


def part(path, media):
    """Give the text (str) of one file (Path) as it stands among others; `media` (str or None)."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        text = EMPTY.sub("\n", CSS_COMMENT.sub("", text)).strip()
        return f"@media {media} {{\n{text}\n}}" if media else text
    # A block keeps the names of one file from those of another.
    return f"{{\n{EMPTY.sub(chr(10), JS_COMMENT.sub('', text)).strip()}\n}}"


def imports(source):
    """Give the import lines (matches with `name` and `media`) of `source` (Path), in their order."""
    return IMPORT.finditer(source.read_text(encoding="utf-8"))


def built(bundles, root):
    """Write `bundles` (dict: name of each, and of its source) below `root` (Path) and give their folder.

    The folder is named by what is in it: a server that runs keeps the files it began with.
    """
    texts = {name: joined(Path(finders.find(source))).encode() for name, source in bundles.items()}
    mark = hashlib.blake2b(b"".join(texts.values()), digest_size=8).hexdigest()
    for name, text in texts.items():
        write(root / mark / name, text)
        # WhiteNoise sends this one to who takes it.
        write(root / mark / f"{name}.gz", gzip.compress(text, mtime=0))
    return root / mark


def write(path, content):
    """Write `content` (bytes) to `path` (Path) at one stroke, unless it is there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


class BundleFinder(finders.BaseFinder):
    """Finds what settings.STATIC_BUNDLES names; while DEBUG is on it follows every edit."""

    def __init__(self, *args, **kwargs):
        self.bundles, self.root = settings.STATIC_BUNDLES, Path(settings.STATIC_BUNDLES_ROOT)
        self._folder = None

    def check(self, **kwargs):
        return []

    def folder(self):
        """Give the folder (Path) with the bundles."""
        if self._folder is None or settings.DEBUG:
            self._folder = built(self.bundles, self.root)
        return self._folder

    def find(self, path, find_all=False, **kwargs):
        """Give the path (str) of a bundle by its name; an empty list for any other name."""
        found = [str(self.folder() / path)] if path.removesuffix(".gz") in self.bundles else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns):
        """Give (name, storage) of each bundle; to WhiteNoise (`ignore_patterns` None) packed as well."""
        storage = FileSystemStorage(location=self.folder())
        endings = ("",) if ignore_patterns is not None else ("", ".gz")
        return [(name + ending, storage) for name in self.bundles for ending in endings]
