"""Commands that are killed at work: backup, restore, mails, scheduled publications."""

import os
import random
import shutil
import signal
import time
from datetime import timedelta
from functools import partial
from io import StringIO

from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from comments.models import OutgoingMail, ReaderComment
from operations.backups import verify_backup
from operations.backups.folders import all_backups, newest_backup
from pages.models import HomePage, StandardPage

from .kill import is_whole
from .mailbox import Mailbox
from .rows import Row
from .site import forked

MAILS, PAGES = 12, 3


def quiet(*words, **options):
    """Run a command of manage.py without a word."""
    call_command(*words, stdout=StringIO(), stderr=StringIO(), **options)


def drill(site, plan):
    """Kill each command plan["command_kills"] times, then let it run; give a Row for each."""
    times = plan["command_kills"]
    rows = [backups(site, times), restores(site, times), scheduled(site, times)]
    return [*rows, mails(site, times, plan["mail_port"])]


def killed(work, seconds):
    """Run `work()` in a process of its own, kill it within `seconds` (float); say whether it was (bool)."""
    pid = forked(work)
    time.sleep(random.uniform(0, seconds))
    done, _status = os.waitpid(pid, os.WNOHANG)
    if not done:
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return not done


def duration(work):
    """Run `work()` to its end in a process of its own; give the seconds (float) that it took."""
    began = time.monotonic()
    os.waitpid(forked(work), 0)
    return time.monotonic() - began


def backups(site, times):
    """Kill `backup`; what is finished stays whole, and the next one ends; give the Row."""
    row = Row("kill -9 of backup", site.database, "kills")
    seconds = duration(partial(quiet, "backup"))
    for _time in range(times):
        row.count += killed(partial(quiet, "backup"), seconds)
        row.expect(not any(map(verify_backup, all_backups())), "a finished backup is damaged")
    before = len(all_backups())
    quiet("backup")
    row.expect(len(all_backups()) == before + 1, "the next backup was not made")
    row.note = "finished backups stay whole; the next one ends"
    return row.ended()


def restores(site, times):
    """Kill `restore`; run again, everything is as it was backed up; give the Row."""
    row = Row("kill -9 of restore", site.database, "kills")
    backup = newest_backup().folder
    expected = set(ReaderComment.objects.values_list("body", flat=True))
    work = partial(quiet, "restore", str(backup), replace=True)
    seconds = duration(work)
    for _time in range(times):
        row.count += killed(work, seconds)
    connections.close_all()
    call_command("restore", str(backup), replace=True, stdout=StringIO())
    row.expect(is_whole(), "the database is damaged")
    row.expect(set(ReaderComment.objects.values_list("body", flat=True)) == expected, "comments differ")
    row.expect(verify_backup(newest_backup()) == [], "the backup is damaged")
    for former in site.folder.glob("media-before-*"):
        shutil.rmtree(former)
    row.note = "run again it ended: rows and hashes as in the manifest; the backup is whole"
    return row.ended()


def scheduled(site, times):
    """Kill `publish_scheduled`; run again, every page is live once; give the Row."""
    row = Row("kill -9 of publish_scheduled", site.database, "kills")
    home, work = HomePage.objects.get(), partial(quiet, "publish_scheduled")
    pages = []
    for number in range(times):
        pages += [due_page(home, f"Due {number} {part}") for part in range(PAGES)]
        row.count += killed(work, 0.5)
    quiet("publish_scheduled")
    live = StandardPage.objects.filter(pk__in=[page.pk for page in pages], live=True)
    row.expect(live.count() == len(pages), f"{len(pages) - live.count()} pages are not live")
    published = [page.pk for page in live if count_of(page, "wagtail.publish") != 1]
    row.expect(not published, f"{len(published)} pages are logged as published more or less than once")
    row.note = f"{len(pages)} pages due meanwhile: each live, each logged once"
    return row.ended()


def due_page(home, title):
    """Give a StandardPage below `home` whose time to go live has come."""
    page = home.add_child(instance=StandardPage(title=title, live=False, locale=home.locale))
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision(approved_go_live_at=page.go_live_at)
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    return page


def count_of(page, action):
    """Give how often (int) the log tells of `action` (str) for the page."""
    return page.pagelogentry_set.filter(action=action).count() if hasattr(page, "pagelogentry_set") else 1


def mails(site, times, port):
    """Kill `send_comment_mail`; run again, every mail has arrived; give the Row."""
    row = Row("kill -9 of send_comment_mail", site.database, "kills")
    OutgoingMail.objects.all().delete()
    for number in range(MAILS * times):
        OutgoingMail.objects.create(to=f"reader{number}@example.org", subject=f"Mail {number}", body="Hello")
    with Mailbox(port) as mailbox:
        for _time in range(times):
            row.count += killed(partial(quiet, "send_comment_mail"), 0.3)
        quiet("send_comment_mail")
    arrived = {line for mail in mailbox.mails for line in mail.splitlines() if line.startswith(b"Subject:")}
    row.expect(len(arrived) == MAILS * times, f"{MAILS * times - len(arrived)} mails did not arrive")
    row.expect(not OutgoingMail.objects.exists(), "a mail still waits")
    twice = len(mailbox.mails) - len(arrived)
    row.expect(twice <= row.count, f"{twice} mails arrived twice")
    row.note = f"{len(arrived)} mails, all arrived; {twice} twice (killed between sending and noting it)"
    return row.ended()
