"""The importer's screens in Wagtail's admin."""

from .actions import act, decide
from .file import file_screen
from .runs import index, report, run_screen

__all__ = ["act", "decide", "file_screen", "index", "report", "run_screen"]
