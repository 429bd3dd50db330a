"""`kill -9` of the web server while it takes comments and an editor publishes."""

import random
import threading
import time
from dataclasses import dataclass, field

from django.db import connection
from wagtail.search.models import IndexEntry

from comments.models import ReaderComment
from pages.models import StandardPage

from .rows import Row
from .site import FIRST
from .visitor import new_comment, numbers_in, send_comment

WRITERS = 4
# The server is killed so long after its first acknowledgement, by chance between these (seconds).
ALIVE = (0.0, 0.6)
BEGIN_SECONDS = 20
TAKEN, PUBLISHED = 303, 302


@dataclass
class Round:
    """What was acknowledged between a start and a kill: texts of comments, numbers of the page.

    `patient`: it is not over before something was published.
    """

    row: Row
    patient: bool = False
    comments: list = field(default_factory=list)
    numbers: list = field(default_factory=list)
    begun: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)


def drill(site, plan):
    """Kill the server plan["kills"] times; give one Row."""
    row = Row("kill -9 of the server at work", site.database, "kills")
    site.start()
    editor, totals = site.editor(), {"comments": 0, "published": 0}
    site.kill()
    for number in range(plan["kills"]):
        done = one_round(site, editor, row, first=FIRST + number * 1000 + 1)
        check(site, done, row, thorough=number % 20 == 19 or number == plan["kills"] - 1)
        totals["comments"] += len(done.comments)
        totals["published"] += len(done.numbers)
        row.count += 1
    row.expect(totals["comments"] and totals["published"], "nothing was acknowledged")
    row.note = "{comments} comments and {published} publications acknowledged, none lost".format(**totals)
    return [row.ended()]


def one_round(site, editor, row, first):
    """Start, let writers and the editor work for a moment, kill; give the Round.

    Every second time the moment begins with a publication, which is what a server is slowest at.
    """
    site.start()
    done = Round(row, patient=first // 1000 % 2 == 1)
    threads = [threading.Thread(target=write, args=(site, done)) for _writer in range(WRITERS)]
    threads.append(threading.Thread(target=publish, args=(site.port, editor, done, first)))
    for thread in threads:
        thread.start()
    done.begun.wait(BEGIN_SECONDS)
    time.sleep(random.uniform(*ALIVE))
    site.kill()
    done.over.set()
    for thread in threads:
        thread.join()
    return done


def write(site, done):
    """Send comments until the server is gone."""
    visitor, page_id = site.visitor(), site.article_id
    while not done.over.is_set():
        fields = new_comment(page_id)
        reply = send_comment(visitor, page_id, fields)
        if reply.status == TAKEN:
            done.comments.append(fields["body"])
            done.row.waited(reply.seconds)
            if not done.patient:
                done.begun.set()
        elif reply.status:
            done.row.expect(False, f"a comment was answered {reply.status}")
        else:
            return


def publish(port, editor, done, number):
    """Publish the page again and again, with a higher `number` (int) each time."""
    editor.port = port
    while not done.over.is_set():
        reply = editor.publish(number)
        if reply.status == PUBLISHED:
            done.numbers.append(number)
            done.row.waited(reply.seconds)
            done.begun.set()
        elif reply.status:
            done.row.expect(False, f"publishing was answered {reply.status}")
        else:
            return
        number += 1


def check(site, done, row, *, thorough=False):
    """Hold what the database has to what was acknowledged; `thorough`: the file and the served page too."""
    found = list(ReaderComment.objects.filter(body__in=done.comments).values_list("body", flat=True))
    row.expect(set(found) == set(done.comments), f"{len(set(done.comments) - set(found))} comments lost")
    row.expect(len(found) == len(set(found)), "a comment was stored twice")
    parts = numbers_of(site.page_id)
    row.expect(len(set(parts.values())) == 1, f"a page half published: {parts}")
    newest = max(done.numbers, default=0)
    row.expect(parts["title"] >= newest, f"publication {newest} lost: {parts}")
    if thorough:
        row.expect(is_whole(), "the database is damaged")
        site.start()
        shown = numbers_in(site.visitor().get("/drill/").text)
        row.expect(shown == {parts["title"]}, f"the page shows {shown}, the database has {parts}")
        site.kill()


def numbers_of(page_id):
    """Give the number (int) in each part (dict by its name) of the page that the drill publishes."""
    page = StandardPage.objects.select_related("live_revision").get(pk=page_id)
    texts = {"title": page.title, "summary": page.summary, "text": str(page.body)}
    if page.live_revision:
        texts["revision"] = page.live_revision.as_object().title
    entry = IndexEntry.objects.filter(object_id=str(page_id)).first()
    texts["search"] = entry.title if entry and isinstance(entry.title, str) else page.title
    return {name: max(numbers_in_plain(text)) for name, text in texts.items()}


def numbers_in_plain(text):
    """Give the whole numbers (list of int) in `text`, [-1] when it has none."""
    digits = "".join(letter if letter.isdigit() else " " for letter in text)
    return [int(word) for word in digits.split()] or [-1]


def is_whole():
    """Say whether the database finds itself undamaged (bool); PostgreSQL has no such question."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return cursor.fetchone() == ("ok",)
