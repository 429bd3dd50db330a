"""`manage.py create_bulk_content`: as many generated pages and comments as a site may once hold."""

import time

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from demo.bulk import BulkError, create_bulk_content

KINDS = {"articles": 1000, "conditions": 100, "treatments": 50, "comments": 1000}


class Command(BaseCommand):
    """Add generated content to the published lists; for measuring only, never on a public site."""

    help = "Add generated pages and comments, to measure a site at size."

    def add_arguments(self, parser):
        for kind, number in KINDS.items():
            parser.add_argument(f"--{kind}", type=int, default=number, help=_("how many %s") % kind)
        parser.add_argument("--language", default="en", help=_("the language of the lists they go into"))

    def handle(self, *args, **options):
        """Create them and say how fast that was. Fails on a site without the lists."""
        if any(options[kind] < 0 for kind in KINDS):
            raise CommandError(_("A number of pages or comments cannot be negative."))
        started = time.monotonic()
        try:
            number = create_bulk_content(
                **{kind: options[kind] for kind in ("articles", "conditions", "treatments", "language")},
                comments_number=options["comments"],
            )
        except BulkError as error:
            raise CommandError(str(error)) from error
        call_command("count_change")
        seconds = max(time.monotonic() - started, 0.001)
        self.stdout.write(
            _("%(number)d pages and %(comments)d comments in %(seconds).1f s.")
            % {"number": number, "comments": options["comments"], "seconds": seconds}
        )
