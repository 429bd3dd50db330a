"""Explains what is wrong or missing in an installation, and what to do about it.

Each examination is a small function that gives None or a Finding; the list at the end names them all.
"""

import importlib.util
import os
import stat
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.models import Site

from .backups import newest_backup
from .doctor_extras import EXTRA_EXAMINATIONS
from .findings import Finding, is_public
from .readiness import check_readiness, queue_moves, timers_run

NETWORK_FOLDERS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "glusterfs"}
LEAST_POSTGRESQL = 140_000
OLDEST_BACKUP_HOURS = 25


def secret_key():
    """A short key can be guessed, and with it every session."""
    if len(settings.SECRET_KEY) >= 50 and len(set(settings.SECRET_KEY)) >= 5:
        return None
    return Finding(_("SECRET_KEY is too short or too simple."), _("Set it to at least 50 random characters."))


def debug():
    """Error pages with settings and code are for a laptop."""
    if not (settings.DEBUG and is_public()):
        return None
    return Finding(_("DEBUG is on: visitors see code and settings."), _("Take DEBUG out of the environment."))


def hosts():
    """A site that answers to every name can be made to send links to a stranger's."""
    if "*" not in settings.ALLOWED_HOSTS:
        return None
    return Finding(
        _("ALLOWED_HOSTS lets every name through."), _("List the names under which the site is reached.")
    )


def base_url():
    """Mails and feeds link to it."""
    if not is_public() or settings.WAGTAILADMIN_BASE_URL.startswith("https://"):
        return None
    return Finding(
        _("BASE_URL is {address}: links in mails lead there.").format(address=settings.WAGTAILADMIN_BASE_URL),
        _("Set BASE_URL to the public address, beginning with https://."),
    )


def site_record():
    """Wagtail builds full addresses from its default site."""
    site = Site.objects.filter(is_default_site=True).first()
    if site and not (is_public() and site.hostname in ("localhost", "")):
        return None
    return Finding(
        _("The default site has no public host name."), _("Set it in the admin under Settings, Sites.")
    )


def mail():
    """Without mail nobody is told about reviews, and nobody gets a new password."""
    if (
        not settings.LETTER_BACKEND.endswith((".console.EmailBackend", ".dummy.EmailBackend"))
        or not is_public()
    ):
        return None
    return Finding(
        _("Mails are printed, not sent."), _("Set EMAIL_URL and DEFAULT_FROM_EMAIL."), is_error=False
    )


def network_folder():
    """SQLite's locks do not hold on network folders: writes are lost."""
    name = settings.DATABASES["default"]["NAME"]
    if connection.vendor != "sqlite" or file_system(Path(name).resolve()) not in NETWORK_FOLDERS:
        return None
    return Finding(
        _("The SQLite file {name} lies on a network folder.").format(name=name),
        _("Move VAR_DIR to a local disk, or set DATABASE_URL to PostgreSQL."),
    )


def file_system(path):
    """Give the kind of file system (str) that holds `path`; an empty text where Linux does not tell."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    except OSError:
        return ""
    holding = [(place, kind) for place, kind in mounts if path.is_relative_to(place)]
    return max(holding, key=lambda mount: len(mount[0]), default=("", ""))[1]


def postgresql_version():
    """Older ones get no security fixes any more."""
    if connection.vendor != "postgresql" or connection.pg_version >= LEAST_POSTGRESQL:
        return None
    return Finding(_("PostgreSQL is older than 14."), _("Upgrade it: the maker no longer mends it."))


def private_files():
    """The laptop's key and passwords are for their owner only."""
    names = [settings.VAR_DIR / name for name in ("secret_key", "demo-accounts.json")]
    open_ones = [path for path in names if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077]
    if not open_ones:
        return None
    return Finding(
        _("Others on this machine can read {files}.").format(files=", ".join(map(str, open_ones))),
        _("Run: chmod 600 on each of them."),
    )


def demonstration_accounts():
    """Their passwords have been on a screen."""
    if not (is_public() and (settings.VAR_DIR / "demo-accounts.json").exists()):
        return None
    return Finding(
        _("The accounts of the demonstration are on a public site."),
        _("Delete them in the admin under Settings, Users, then the file demo-accounts.json."),
    )


def second_step():
    """A password can be guessed, found or lent."""
    if settings.TWO_STEP_REQUIRED or not is_public():
        return None
    return Finding(
        _("TWO_STEP_REQUIRED is off: a password alone lets people publish."),
        _("Take TWO_STEP_REQUIRED out of the environment."),
    )


def static_files():
    """A public site serves them from the folder they were collected into."""
    manifest = getattr(staticfiles_storage, "manifest_name", None)
    if not manifest or staticfiles_storage.exists(manifest):
        return None
    return Finding(_("Style sheets and scripts were not collected."), _("Run: manage.py collectstatic"))


def chinese_words():
    """Without rjieba Chinese is searched by pairs of characters."""
    if importlib.util.find_spec("rjieba"):
        return None
    return Finding(
        _("rjieba is not installed: Chinese search finds less."),
        _("Install requirements.txt on a platform that rjieba has a wheel for."),
        is_error=False,
    )


def backup():
    """What is not backed up is lost one day."""
    newest = newest_backup()
    if not is_public() or (newest and newest.age_hours < OLDEST_BACKUP_HOURS):
        return None
    return Finding(
        _("There is no backup of the last {hours} hours.").format(hours=OLDEST_BACKUP_HOURS),
        _("Run manage.py backup every night, and copy the result to another machine."),
        is_error=False,
    )


def queue():
    """Without the worker nothing new is found by the search."""
    late = queue_moves()
    remedy = _("Start the worker: manage.py db_worker. With TASK_QUEUE=immediate none is needed.")
    return Finding(late, remedy, is_error=False) if late else None


def timers():
    """Without them nothing is published when it is due, and nothing is forgotten."""
    late = timers_run() if is_public() else None
    remedy = _("Let timers start them, or keep running: manage.py run_due_jobs --forever")
    return Finding(late, remedy, is_error=False) if late else None


def writable_folder():
    """Pictures, and with SQLite the database, are written there."""
    if os.access(settings.VAR_DIR, os.W_OK):
        return None
    return Finding(
        _("The folder {folder} cannot be written.").format(folder=settings.VAR_DIR),
        _("Give it to the user that the site runs as, or set VAR_DIR."),
    )


EXAMINATIONS = [
    secret_key, debug, hosts, base_url, mail, writable_folder, private_files, network_folder,
    static_files, chinese_words, demonstration_accounts, second_step, backup,
]  # fmt: skip
# These ask the database, so they come once it is known to answer.
DATABASE_EXAMINATIONS = [postgresql_version, site_record, queue, timers]


def examine():
    """Give all Findings (list), the readiness checks first."""
    remedy = _("Nothing of this site works until this is mended.")
    findings = [Finding(reason, remedy) for reason in check_readiness().values() if reason]
    examinations = EXAMINATIONS + EXTRA_EXAMINATIONS + ([] if findings else DATABASE_EXAMINATIONS)
    return findings + [finding for finding in (examination() for examination in examinations) if finding]
