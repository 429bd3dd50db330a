"""Files on their way in, from a folder or from a form, read one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from importing.pipeline import MAX_BYTES, Refused, check_size

SUFFIXES = {".txt", ".text"}


@dataclass(frozen=True)
class Incoming:
    """A file to import: its `name` (str) and `read()`, which gives bytes or raises Refused."""

    name: str
    read: Callable


def collect(paths):
    """Give the Incoming files (list) of `paths`: files as they are, folders with the text files in them.

    A path that does not exist, or a folder without text files, becomes a file whose reading is refused.
    """
    incoming = []
    for path in map(Path, paths):
        incoming += _from_folder(path) if path.is_dir() else [_from_path(path, path.name)]
    return incoming


def from_upload(upload):
    """Give the Incoming of an uploaded file (django UploadedFile)."""

    def read():
        check_size(upload.size)
        return upload.read()

    return Incoming(Path(upload.name).name, read)


def _from_folder(folder):
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if files:
        return [_from_path(path, str(path.relative_to(folder))) for path in files]
    return [Incoming(str(folder), _refuse(_("The folder holds no text file (.txt).")))]


def _from_path(path, name):
    def read():
        try:
            check_size(path.stat().st_size)
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise Refused(
                _("The file cannot be read: %(reason)s.") % {"reason": error.strerror or error}
            ) from error

    return Incoming(name, read)


def _refuse(reason):
    def read():
        raise Refused(reason)

    return read
