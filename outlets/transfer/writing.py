"""Out: one line a row, the files beside them, and at the end what must have arrived."""

import hashlib
import json
from collections import Counter
from pathlib import Path

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from .errors import TransferError
from .shapes import (
    AFTER_PAGES,
    BEFORE_PAGES,
    COMMENTS,
    FILES,
    FORMAT,
    VERSION,
    label,
    page_data,
    page_rows,
    record_of,
)


def write_content(folder, say, *, with_comments=False):
    """Write all content into `folder` (Path, new or empty); give {model: number of rows} (Counter).

    `say` takes one line (str) of progress. Raises TransferError when the folder holds something or cannot
    be written. A file that storage has lost is told, and its row goes without.
    """
    folder = Path(folder)
    try:
        (folder / "files").mkdir(parents=True)
        with (folder / "content.jsonl").open("x", encoding="utf-8") as out, transaction.atomic():
            return _write_all(_Writer(out, folder, say), with_comments)
    except FileExistsError as error:
        raise TransferError(
            _("The folder %(folder)s is in use. Name a new one.") % {"folder": folder}
        ) from error
    except OSError as error:
        raise TransferError(_("The content cannot be written: %(reason)s") % {"reason": error}) from error


def _write_all(writer, with_comments):
    languages = list(Locale.objects.order_by("pk").values_list("language_code", flat=True))
    head = {"format": FORMAT, "version": VERSION, "languages": languages, "made": timezone.now()}
    writer.line(head)
    for model in BEFORE_PAGES:
        writer.rows(model)
    writer.pages()
    for model in [*AFTER_PAGES, *(COMMENTS if with_comments else [])]:
        writer.rows(model)
    writer.line({"end": writer.counts})
    return writer.counts


class _Writer:
    """Lines into one file, counted by model."""

    def __init__(self, out, folder, say):
        self.out, self.folder, self.say, self.counts = out, folder, say, Counter()

    def line(self, record):
        self.out.write(json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n")
        if "model" in record:
            self.counts[record["model"]] += 1

    def rows(self, model):
        for row in model._default_manager.order_by("pk").iterator(500):
            record = record_of(row)
            if model in FILES:
                record |= {"file": self._copied(row.file), "tags": sorted(row.tags.names())}
            self.line(record)
        self.say(f"{label(model)}: {self.counts[label(model)]}")

    def pages(self):
        before = sum(self.counts.values())
        for page in page_rows().specific().iterator(100):
            self.line(page_record(page))
        self.say(_("pages: %(number)s") % {"number": sum(self.counts.values()) - before})

    def _copied(self, file):
        """Give {"name", "sha256"} of a stored file, copied; None when storage has lost it."""
        target, digest = self.folder / "files" / file.name, hashlib.sha256()
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.storage.open(file.name) as source, target.open("wb") as copy:
                for chunk in source.chunks():
                    digest.update(chunk)
                    copy.write(chunk)
        except FileNotFoundError:
            self.say(_("The file %(name)s is gone: its record goes without it.") % {"name": file.name})
            return None
        return {"name": file.name, "sha256": digest.hexdigest()}


def page_record(page):
    """Give the record (dict) of a specific page: as readers see it, and its newer draft if any."""
    model = type(page)
    draft = page.latest_revision if page.has_unpublished_changes and not page.alias_of_id else None
    parent = page.get_parent()
    return {
        "model": label(model),
        "pk": page.pk,
        "parent": None if parent.is_root() else parent.pk,
        "live": page.live,
        "data": page_data(model, page.serializable_data()),
        "draft": page_data(model, draft.content) if draft else None,
    }
