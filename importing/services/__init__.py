"""Writes of the importer: bring files in, and carry out what an editor decides about them."""

from .batch import IMPORTER_VERSION, import_files
from .decisions import decide_match
from .incoming import Incoming, collect, from_upload
from .old_addresses import keep_old_address, path_of, read_addresses
from .page_actions import begin_translation, confirm_title, keep_title, translate_title, use_plain_address
from .report import report_of_run

__all__ = [
    "IMPORTER_VERSION",
    "Incoming",
    "begin_translation",
    "collect",
    "confirm_title",
    "decide_match",
    "from_upload",
    "import_files",
    "keep_old_address",
    "keep_title",
    "path_of",
    "read_addresses",
    "report_of_run",
    "translate_title",
    "use_plain_address",
]
