"""The report of a run, complete: every file, every line of its ledger, what waits, what failed."""

SECONDS = "seconds"


def report_of_run(run, *, dry_run=False):
    """Give the report (dict that JSON can hold) of an ImportRun."""
    files = run.files.select_related("page", "page__locale").prefetch_related(
        "ledger",
        "proposals__page",
        "links__page",
        "page__conditions",
        "page__treatments",
        "page__contributions",
    )
    return {
        "importer_version": run.importer_version,
        "dry_run": dry_run,
        "started_at": run.started_at.isoformat(timespec=SECONDS),
        "summary": {"imported": run.imported, "known": run.known, "failed": run.failed},
        "files": [_file(file) for file in files],
    }


def _file(file):
    return {
        "name": file.name,
        "sha256": file.sha256,
        "size": file.size,
        "encoding": file.encoding,
        "outcome": file.outcome,
        "error": file.error,
        "page": _page(file.page) if file.page else None,
        "ascii_slug": file.ascii_slug,
        "old_address": file.old_address,
        "language_decision_open": file.language_decision == "",
        "ledger": [_line(line) for line in file.ledger.all()],
        "proposals": [_proposal(proposal) for proposal in file.proposals.all()],
        "links": [_link(link) for link in file.links.all()],
    }


def _page(page):
    language = page.locale.language_code
    return {
        "title": page.title,
        "slug": page.slug,
        "needs_title": page.needs_title,
        "format": page.format,
        "title_language": page.title_language or language,
        "body_language": page.body_language or language,
        "label": page.content_label,
        "live": page.live,
        "conditions": [condition.title for condition in page.conditions.all()],
        "treatments": [treatment.title for treatment in page.treatments.all()],
        "people": [
            {"role": person.role, "name": person.name_in_source} for person in page.contributions.all()
        ],
    }


def _line(line):
    return {
        "line": line.line,
        "line_end": line.line_end,
        "action": line.action,
        "reason": line.reason,
        "explanation": line.explanation,
        "original": line.original,
        "result": line.result,
    }


def _proposal(proposal):
    return {
        "kind": proposal.kind,
        "relation": proposal.relation,
        "name": proposal.name,
        "matched_name": proposal.matched_name,
        "score": round(proposal.score, 3),
        "page": proposal.page.title if proposal.page else "",
        "added_names": proposal.added_names,
        "status": proposal.status,
    }


def _link(link):
    return {
        "kind": link.kind,
        "title": link.title,
        "line": link.line,
        "page": link.page.title if link.page else "",
    }
