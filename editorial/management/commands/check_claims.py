"""Look for claims in a file, or in every medical page of the site."""

import json

from django.core.management.base import BaseCommand, CommandError

from editorial.claims import check_text
from editorial.claims.files import UnreadableTextError, read_text
from editorial.claims.site import check_site, count_pages

PROGRESS_EVERY = 100


class Command(BaseCommand):
    """Exit code 0: nothing blocks. 1: at least one open claim blocks. 2: the input cannot be read."""

    help = (
        "Look for medical claims: in FILE, in the standard input (-), or, without a name, in all medical "
        "pages, live and drafted. Exit code 0: nothing blocks; 1: something does; 2: unreadable input."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", metavar="FILE", help="a UTF-8 text, or - for standard input")
        parser.add_argument("--language", choices=["en", "zh-hans"], help="default: each sentence's own")
        parser.add_argument("--json", action="store_true", help="one JSON object a hit")

    def handle(self, *args, file=None, language=None, json=False, **options):
        """Print the open hits; raise CommandError with the exit code when there is something to say."""
        if language and not file:
            raise CommandError("--language is for a FILE; a page knows its own language.", returncode=2)
        write = self._json_line if json else self._plain_line
        found = self._check_file(file, language, write) if file else self._check_site(write)
        blocking = sum(hit.blocks for hit in found)
        if blocking:
            raise CommandError(f"{len(found)} open claims, {blocking} of them block.", returncode=1)
        self.stderr.write(f"{len(found)} open claims, none of them blocks.")

    def _check_file(self, name, language, write):
        try:
            text = read_text(name)
        except UnreadableTextError as error:
            raise CommandError(str(error), returncode=2) from error
        hits = [hit for hit in check_text(text, language) if hit.is_open]
        for hit in hits:
            write(hit, {})
        return hits

    def _check_site(self, write):
        total, found = count_pages(), []
        for number, report in enumerate(check_site(), start=1):
            for hit in report.hits:
                write(hit, _where(report))
            found += report.hits
            if number % PROGRESS_EVERY == 0:
                self.stderr.write(f"{number} versions of {total} pages checked, {len(found)} open claims")
        return found

    def _json_line(self, hit, where):
        self.stdout.write(json.dumps({**where, **hit.as_dict()}, ensure_ascii=False))

    def _plain_line(self, hit, where):
        place = f"{where['page']} [{where['page_id']}, {where['version']}]" if where else "line"
        position = f"{place} {hit.place}:{hit.line}" if where else f"{place} {hit.line}"
        self.stdout.write(f"{position}  {hit.severity.upper()} {hit.rule} “{hit.matched}”")
        self.stdout.write(f"    {' '.join(hit.sentence.split())}\n    {hit.reason}")


def _where(report):
    return {"page": report.page.title, "page_id": report.page.pk, "version": report.version}
