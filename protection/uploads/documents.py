"""Documents: a file is what its name says, holds no program, and unpacks to a sane size."""

import zipfile
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

# What the first bytes, or the parts of a ZIP archive, must be.
ARCHIVES = {
    "docx": ("[Content_Types].xml", "word/document.xml"),
    "xlsx": ("[Content_Types].xml", "xl/workbook.xml"),
    "odt": ("mimetype", "content.xml"),
}
TEXTS = {"csv", "txt"}
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")
MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<?php")
MOST_PARTS = 2000
MOST_BYTES = 100 * 1024 * 1024
MOST_TIMES = 100
# A small part may well be all blanks.
LEAST_BYTES = 1024 * 1024

OTHER_KIND = _("This is not a .{extension} file, whatever its name says.")
TOO_LARGE = _("This file unpacks to far more than it seems; it was not taken.")
PROGRAM = _("This file holds a program (a macro). Save it without and try again.")


class DocumentForm(BaseDocumentForm):
    """Wagtail's form, which looks into the file."""

    def clean_file(self):
        """Give the file. Raises ValidationError in words when it is not what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_document(file, PurePosixPath(file.name).suffix.lower().lstrip("."))
        return file


def check_document(file, extension):
    """Judge a file (seekable, binary) by its `extension` (str). Raises ValidationError."""
    file.seek(0)
    if extension in ARCHIVES:
        check_archive(file, extension)
    elif extension in TEXTS:
        refuse_unless(is_text(file.read()), OTHER_KIND, extension)
    elif extension == "pdf":
        refuse_unless(b"%PDF-" in file.read(1024), OTHER_KIND, extension)
    file.seek(0)


def refuse_unless(holds, message, extension=""):
    """Raise ValidationError with `message` (str) unless something `holds` (bool)."""
    if not holds:
        raise ValidationError(message.format(extension=extension), code="content")


def is_text(content):
    """Say whether bytes are plain text rather than a page, a picture or a program (bool)."""
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        return False
    return any(decodes(content, encoding) for encoding in ENCODINGS)


def decodes(content, encoding):
    """Say whether bytes are a text in an encoding (bool)."""
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True


def check_archive(file, extension):
    """Judge an office document. Raises ValidationError."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        parts = []
    names = {part.filename for part in parts}
    refuse_unless(names.issuperset(ARCHIVES[extension]), OTHER_KIND, extension)
    refuse_unless(is_modest(parts), TOO_LARGE)
    refuse_unless(not any(name.lower().endswith("vbaproject.bin") for name in names), PROGRAM)


def is_modest(parts):
    """Say whether the parts (list of ZipInfo) of an archive are few, and not packed beyond belief (bool)."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return False
    large = [part for part in parts if part.file_size > LEAST_BYTES]
    return all(part.file_size <= MOST_TIMES * max(part.compress_size, 1) for part in large)
