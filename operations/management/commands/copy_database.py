"""`manage.py copy_database postgresql://…`: move this site from SQLite to PostgreSQL."""

import os
import subprocess
import sys
from contextlib import closing

import environ
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from operations.moving import CopyError, copy_site
from operations.moving.copying import open_source, open_target, prepare_target
from operations.moving.tables import site_tables
from operations.readiness import migrations_applied


class Command(BaseCommand):
    """The site may run meanwhile, but what is written after the start stays behind: stop it first.

    Run it again when it was interrupted. The SQLite file is only read.
    """

    help = "Copy every row to an empty PostgreSQL, compare numbers and hashes, build the search index there."

    def add_arguments(self, parser):
        parser.add_argument("to", help="the other database: postgresql://user:password@host:5432/name")

    def handle(self, *, to, **options):
        """Make the tables there, copy, compare, index. Raises CommandError with the reason."""
        config = environ.Env.db_url_config(to)
        if connection.vendor != "sqlite":
            raise CommandError(_("This site is on PostgreSQL already: use backup and restore."))
        if "postgresql" not in config["ENGINE"]:
            raise CommandError(_("The other database must be a PostgreSQL: postgresql://…"))
        try:
            self._copy(config, to)
        except CopyError as error:
            raise CommandError(str(error)) from error

    def _copy(self, config, url):
        target = open_target(config)
        open_migrations = migrations_applied()
        if open_migrations:
            raise CopyError(open_migrations)
        prepare_target(target)
        self._say(_("Making the tables …"))
        self._there("migrate", url, "--no-input")
        with closing(open_source(settings.DATABASES["default"]["NAME"])) as source:
            rows = copy_site(source, target, site_tables(), self._tell)
        target.close()
        self._say(_("{rows} rows are copied and compared. Building the search index …").format(rows=rows))
        self._there("update_index", url)
        self._say(_("Done. Set DATABASE_URL to the new database, and start the site."))

    def _there(self, command, url, *options):
        """Run a command of manage.py on the other database. Raises CopyError when it fails."""
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, settings.BASE_DIR / "manage.py", command, "--verbosity", "0", *options],
            env=os.environ | {"DATABASE_URL": url},
            check=False,
        )
        if done.returncode:
            raise CopyError(
                _("“{command}” failed on the other database (see above).").format(command=command)
            )

    def _tell(self, table, rows):
        if rows:
            self._say(f"{rows:>9}  {table}")

    def _say(self, text):
        self.stdout.write(text)
        self.stdout.flush()
