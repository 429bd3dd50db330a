"""A part of the machine goes away and comes back: readers keep pages, writers keep their text, all heals."""

import os
import resource
import time
from contextlib import contextmanager
from functools import partial

from django.core.management import call_command
from django.db import connection, connections
from django.utils.html import escape

from comments.models import OutgoingMail, ReaderComment
from pages.models import SiteImage

from .filesystems import full, own_filesystem, read_only
from .kill import TAKEN, is_whole
from .mailbox import Mailbox
from .pictures import picture_form
from .rows import Row
from .visitor import new_comment, send_comment

UNAVAILABLE = 503
PAGES = ("/drill/", "/articles/hips/")
# Each worker keeps pages for itself: so many requests reach both.
WARM = 24
HEAL_SECONDS = 30


def drill(site, plan):
    """Take away one part after the other, plan["faults"] times each; give a Row for each part."""
    times = plan["faults"]
    if site.server:
        stopped = partial(postgres_stopped, site.server)
        return [database_fault(site, "PostgreSQL stopped and started", stopped, times)]
    rows = [mail_fault(site, plan), limited(site, times)]
    if plan.get("mounts") and os.geteuid() == 0:
        rows += on_own_filesystem(site, times)
    rows.append(picture_fault(site, times))
    return rows


def limited(site, times):
    """Let no file of the server grow, as on a full disk; give the Row."""
    row = database_fault(site, "disk full: no file of the server may grow", partial(no_growth, site), times)
    row.expect(is_whole(), "the database is damaged")
    return row


def on_own_filesystem(site, times):
    """Put the database on a small filesystem, fill it, then make it read-only; give the Rows."""
    folder = site.folder / "data"
    held = sum(path.stat().st_size for path in folder.iterdir()) // 1024**2
    with own_filesystem(folder, megabytes=held + 64), no_lasting_connections():
        rows = [
            database_fault(site, "disk of the database full", partial(full, folder), times),
            database_fault(site, "disk of the database read-only", partial(read_only, folder), times),
        ]
        rows[-1].expect(is_whole(), "the database is damaged")
        connections.close_all()
    return rows


@contextmanager
def no_lasting_connections():
    """Servers close the database after each request: none is made read-only while it is open for writing."""
    words = connections.settings["default"]
    before = words["CONN_MAX_AGE"]
    words["CONN_MAX_AGE"] = 0
    yield
    words["CONN_MAX_AGE"] = before


def database_fault(site, name, broken, times):
    """Let readers and writers come while `broken()` (a context manager) lasts, and after; give the Row."""
    row = Row(name, site.database, "times")
    site.start(workers=2)
    for _time in range(times):
        for path in PAGES * WARM:
            row.expect(site.visitor().get(path).status == 200, "a page was not served before")
        connections.close_all()
        with broken():
            texts = meanwhile(site, row)
        healed(site, row, texts)
        row.count += 1
    site.stop()
    row.note = "kept pages served; 503 with the text handed back, in both languages; healed by itself"
    return row.ended()


def meanwhile(site, row):
    """Read and write while the part is gone; give the forms (list of dict) that were handed back."""
    for path in PAGES * 6:
        reply = site.visitor().get(path)
        row.expect(reply.status == 200, f"a kept page was answered {reply.status}")
    forms = []
    for half, words in (("", "send it again"), ("/zh-hans", "重新发送")):
        fields = new_comment(site.article_id)
        reply = send_comment(site.visitor(), site.article_id, fields, half)
        honest = reply.status == UNAVAILABLE and words in reply.text and escape(fields["body"]) in reply.text
        row.expect(honest, f"a writer was answered {reply.status} without the text, or in another language")
        forms.append(fields)
    reply = site.visitor().get("/readyz")
    row.expect(reply.status == UNAVAILABLE, f"/readyz answered {reply.status}")
    return forms


def healed(site, row, forms):
    """Send again what came back, until it is taken in; note how long that took."""
    began = time.monotonic()
    for fields in forms:
        while send_comment(site.visitor(), site.article_id, fields).status != TAKEN:
            if not row.expect(time.monotonic() - began < HEAL_SECONDS, "it did not heal"):
                return
            time.sleep(0.1)
    row.waited(time.monotonic() - began)
    stored = ReaderComment.objects.filter(body__in=[fields["body"] for fields in forms]).count()
    row.expect(stored == len(forms), f"{stored} of {len(forms)} comments are stored")
    connection.close()


@contextmanager
def postgres_stopped(server):
    """PostgreSQL is killed, and started again."""
    server.stop()
    yield
    server.resume()


@contextmanager
def no_growth(site):
    """No process of the server may write beyond the first byte of a file."""
    pids = site.workers()
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    yield
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def picture_fault(site, times):
    """Upload pictures while no file may grow: nothing half stored, and it works afterwards; give the Row."""
    row = Row("disk full: an editor uploads a picture", site.database, "times")
    site.start()
    editor = site.editor()
    for _time in range(times):
        body, kind = picture_form(editor.cookies["csrftoken"])
        before = SiteImage.objects.count()
        connections.close_all()
        with no_growth(site):
            reply = editor.post("/admin/images/add/", body, kind)
        row.expect(reply.status == UNAVAILABLE, f"the upload was answered {reply.status}")
        row.expect(SiteImage.objects.count() == before, "a picture without a file is listed")
        reply = editor.post("/admin/images/add/", body, kind)
        row.waited(reply.seconds)
        row.expect(reply.status == 302, f"the second upload was answered {reply.status}")
        row.count += 1
    site.stop()
    row.note = "503, nothing listed without its file; the next upload is taken in"
    return row.ended()


def mail_fault(site, plan):
    """Take comments while no mail server listens; let one listen, send what waits; give the Row."""
    row = Row("mail server gone", site.database, "mails")
    OutgoingMail.objects.all().delete()
    site.start()
    for number in range(plan["faults"]):
        fields = new_comment(site.article_id) | {"email": f"reader{number}@example.org"}
        reply = send_comment(site.visitor(), site.article_id, fields)
        row.waited(reply.seconds)
        row.expect(reply.status == TAKEN, f"a comment was answered {reply.status}")
        row.count += 1
    site.stop()
    row.expect(OutgoingMail.objects.count() == row.count, "a mail is not kept")
    with Mailbox(plan["mail_port"]) as mailbox:
        call_command("send_comment_mail", verbosity=0)
    row.expect(len(mailbox.mails) == row.count, f"{len(mailbox.mails)} mails arrived")
    row.expect(not OutgoingMail.objects.exists(), "a mail still waits")
    row.note = "comments taken in at once; every mail arrived once when the server was back"
    return row.ended()
