"""A batch of files: each in its own transaction, a failed one named, the rest goes on."""

import hashlib
import logging
from contextlib import nullcontext

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.models import Source
from importing.models import ImportedFile, ImportRun, LedgerLine
from importing.pipeline import Refused, decode, parse

from .drafts import make_draft, plain_slug
from .links import keep_links
from .old_addresses import keep_old_address, path_of, stated_in
from .report import report_of_run

IMPORTER_VERSION = "1"
LONGEST_NAME = 255

logger = logging.getLogger(__name__)


def import_files(incoming, *, user=None, origin="command", dry_run=False, again=False, progress=None):
    """Import `incoming` (list of Incoming) and give (ImportRun, report as a dict for JSON).

    `user`: who started it; `dry_run`: write nothing, report the same; `again`: import anew what an older
    version of the importer brought in; `progress(position, total, ImportedFile)`: called after each file.
    """
    with transaction.atomic() if dry_run else nullcontext():
        run = ImportRun.objects.create(user=user, origin=origin, importer_version=IMPORTER_VERSION)
        for position, file in enumerate(incoming, start=1):
            record = _import_safely(run, file, again)
            if progress:
                progress(position, len(incoming), record)
        _close(run)
        report = report_of_run(run, dry_run=dry_run)
        if dry_run:
            transaction.set_rollback(True)
    return run, report


def _import_safely(run, file, again):
    record = ImportedFile(run=run, name=file.name[-LONGEST_NAME:], importer_version=run.importer_version)
    try:
        with transaction.atomic():
            _import_one(record, file, again)
    except Refused as refusal:
        return _failed(record, str(refusal))
    except Exception as error:
        logger.exception("Import of %s failed", file.name)
        return _failed(
            record, _("Unexpected error (%(kind)s); it is in the log.") % {"kind": type(error).__name__}
        )
    return record


def _failed(record, reason):
    record.pk, record.page = None, None
    record.outcome, record.error = ImportedFile.Outcome.FAILED, reason
    record.save()
    return record


def _import_one(record, file, again):
    data = file.read()
    record.size, record.sha256 = len(data), hashlib.sha256(data).hexdigest()
    before = _imported_before(record, again)
    if before:
        record.outcome, record.page, record.encoding = "known", before.page, before.encoding
        record.save()
        if file.address:
            keep_old_address(before, address=file.address, publisher=record.run.user)
        return
    record.old_address = path_of(file.address) if file.address else ""
    record.source_text, record.encoding = decode(data)
    parsed = parse(record.source_text, record.name)
    record.outcome = ImportedFile.Outcome.IMPORTED
    draft = make_draft(parsed, record.run.user)
    record.page, record.added_options = draft.page, draft.added_options
    _write(record, parsed, draft.proposals)


def _imported_before(record, again):
    """The record of the same content whose draft still exists; a deleted draft can be imported again."""
    same = ImportedFile.objects.filter(sha256=record.sha256, outcome="imported", page__isnull=False)
    if again:
        same = same.filter(importer_version=record.importer_version)
    return same.select_related("page").first()


def _write(record, parsed, proposals):
    plain = plain_slug(record.page.title)
    if plain and plain != record.page.slug:
        record.ascii_slug = plain
        parsed.ledger.proposed(0, record.page.slug, plain, "ascii_slug")
    if parsed.languages_differ:
        record.language_decision = ImportedFile.LanguageDecision.OPEN
    record.old_address = record.old_address or stated_in(parsed.ledger)
    record.save()
    for proposal in proposals:
        proposal.file = record
        proposal.save()
    keep_links(record, parsed.links)
    _write_ledger(record, parsed)


def _write_ledger(record, parsed):
    sources = {mention.title: _source(mention) for mention in parsed.sources}
    LedgerLine.objects.bulk_create(
        (
            LedgerLine(
                file=record,
                position=position,
                line=entry.line,
                line_end=entry.line_end,
                action=entry.action,
                reason=entry.reason,
                details=entry.details,
                original=entry.original,
                result=entry.result,
                source=sources.get(entry.details.get("title")) if entry.reason == "source" else None,
            )
            for position, entry in enumerate(parsed.ledger.entries)
        ),
        batch_size=500,
    )


def _source(mention):
    source, _created = Source.objects.get_or_create(type=mention.type, title=mention.title)
    return source


def _close(run):
    outcomes = list(run.files.values_list("outcome", flat=True))
    run.imported, run.known, run.failed = map(outcomes.count, ("imported", "known", "failed"))
    run.finished_at = timezone.now()
    run.save()
