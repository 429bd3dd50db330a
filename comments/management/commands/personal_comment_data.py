"""A reader's rights, when the request came by letter or telephone."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from comments.services import anonymise, comments_of, erase, export_personal_data
from comments.standing import email_key


class Command(BaseCommand):
    """Print, anonymise or erase the comments written under an e-mail address.

    Use it only after the person's identity was checked; on the site itself a mailed link does that.
    Exit code 1 when nothing is stored under the address.
    """

    help = "Export (default), anonymise or erase the comments written under an e-mail address."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--do", choices=["export", "anonymise", "erase"], default="export")

    def handle(self, *, email, do, **options):
        comments = comments_of(key=email_key(email))
        if not comments.exists():
            raise CommandError("No comments are stored under this address.")
        if do == "export":
            data = export_personal_data(comments=comments)
            self.stdout.write(json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(f"{do}: {(erase if do == 'erase' else anonymise)(comments=comments)}")
