"""manage.py import_pages PATH... [--dry-run] [--report FILE.json]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from importing.pipeline import Refused
from importing.services import collect, import_files, path_of, read_addresses


class Command(BaseCommand):
    """Import scraped pages (plain text) as drafts. Ends with 1 when a file failed, after all the others."""

    help = "Import pages saved as plain text, as drafts, with a ledger of every line removed or changed."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="A text file, or a folder of them.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing; report the same.")
        parser.add_argument("--report", metavar="FILE.json", help="Write the complete report there.")
        parser.add_argument(
            "--source-url",
            default="",
            metavar="ADDRESS",
            help="Where the page stood; with a slash at its end, the folder in which all pages stood.",
        )
        parser.add_argument(
            "--addresses", metavar="FILE.csv", help="Where each page stood: two columns, file and address."
        )
        parser.add_argument(
            "--again", action="store_true", help="Import anew what an older importer brought in."
        )

    def handle(self, *args, **options):
        self._check_report(options["report"])
        run, report = import_files(
            self._incoming(**options),
            dry_run=options["dry_run"],
            again=options["again"],
            progress=self._progress,
        )
        if options["report"]:
            self._write_report(Path(options["report"]), report)
        self.stdout.write(
            _("%(imported)s imported, %(known)s already there, %(failed)s failed%(note)s.")
            % {**report["summary"], "note": _(" (dry run: nothing was written)") * options["dry_run"]}
        )
        if run.failed:
            raise CommandError(
                _("%(failed)s of the files were not imported; the reasons are above.") % report["summary"]
            )

    def _incoming(self, *, paths, source_url, addresses, **options):
        try:
            known = read_addresses(addresses) if addresses else {}
            if source_url:
                path_of(source_url.rstrip("/") + "/page")
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        incoming = collect(paths, source_url=source_url, addresses=known)
        if source_url and not source_url.endswith("/") and len(incoming) > 1:
            raise CommandError(_("Several pages cannot have stood at one address. End it with a slash."))
        self._name_unused(known, incoming)
        return incoming

    def _name_unused(self, known, incoming):
        names = {part for file in incoming for part in (file.name, Path(file.name).name)}
        for name in sorted(known.keys() - names):
            self.stderr.write(_("No file of the import is called %(name)s.") % {"name": name})

    def _check_report(self, report):
        if report and not Path(report).absolute().parent.is_dir():
            raise CommandError(_("The folder for the report does not exist: %(path)s") % {"path": report})

    def _write_report(self, path, report):
        try:
            path.write_text(json.dumps(report, ensure_ascii=False, indent=2), "utf-8")
        except OSError as error:
            raise CommandError(
                _("The report cannot be written: %(reason)s") % {"reason": error.strerror}
            ) from error

    def _progress(self, position, total, file):
        line = f"[{position}/{total}] {file.name}: {file.get_outcome_display()}"
        self.stderr.write(f"{line}. {file.error}" if file.error else line)
