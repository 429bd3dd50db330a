"""Files on their way in, from a folder or from a form, read one at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from django.utils.translation import gettext as _

from importing.pipeline import MAX_BYTES, Refused, check_size

SUFFIXES = {".txt", ".text"}


@dataclass(frozen=True)
class Incoming:
    """A file to import: `name` (str), `read()`, which gives bytes or raises Refused, old `address`."""

    name: str
    read: Callable
    address: str = ""


def collect(paths, *, source_url="", addresses=None):
    """Give the Incoming files (list) of `paths`: files as they are, folders with the text files in them.

    `addresses`: {name of a file: its old address}; `source_url`: the old address of the one file, or, with a
    slash at its end, of the folder in which all stood. A path that does not exist, or a folder without text
    files, becomes a file whose reading is refused.
    """
    incoming = []
    for path in map(Path, paths):
        incoming += _from_folder(path) if path.is_dir() else [_from_path(path, path.name)]
    return [replace(file, address=_address(file.name, source_url, addresses or {})) for file in incoming]


def _address(name, source_url, addresses):
    known = addresses.get(name) or addresses.get(Path(name).name)
    if known or not source_url.endswith("/"):
        return known or source_url
    return source_url + Path(name).with_suffix("").as_posix()


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
