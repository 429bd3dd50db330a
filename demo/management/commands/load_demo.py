"""`manage.py load_demo`: fill an empty site with the demonstration."""

from io import StringIO

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.utils.translation import gettext as _

from demo.content_files import ContentError
from demo.loading import account_table, load_demonstration


class Command(BaseCommand):
    """Load the demonstration once; later runs add only content files that are new, and print the accounts.

    Says one line for each thing loaded, with `--verbosity 0` nothing. Fails when a content file is wrong or
    the site holds other pages.
    """

    help = "Fill an empty site with demonstration pages, pictures, comments and accounts."

    def handle(self, *args, **options):
        if not options["verbosity"]:
            self.stdout = OutputWrapper(StringIO())
        try:
            count = load_demonstration(lambda line: self.stdout.write(f"  {line}"))
        except ContentError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self._outcome(count))
        self._print_accounts()

    def _outcome(self, count):
        if not count:
            return _("The demonstration was loaded before. Nothing was changed.")
        return _("The demonstration is loaded: {count} new things.").format(count=count)

    def _print_accounts(self):
        rows = [(_("account"), _("password"), _("what it is for")), *account_table()]
        widths = [max(len(row[column]) for row in rows) for column in range(2)]
        for name, password, purpose in rows:
            self.stdout.write(f"  {name:<{widths[0]}}  {password:<{widths[1]}}  {purpose}")
