"""Fifty readers who send ten thousand comments at once, while an editor publishes."""

import queue
import threading

from comments.models import ReaderComment

from .kill import PUBLISHED, TAKEN, numbers_of
from .rows import Row
from .visitor import new_comment, send_comment

# So often somebody presses the button twice.
TWICE = 20


def drill(site, plan):
    """Send plan["comments"] comments from plan["clients"] clients; give one Row."""
    name = f"{plan['clients']} readers at once while an editor publishes"
    row = Row(name, site.database, "comments")
    before = ReaderComment.objects.count()
    site.start(workers=2)
    editor, over, numbers = site.editor(), threading.Event(), []
    forms, taken = queue.SimpleQueue(), []
    for number in range(plan["comments"]):
        forms.put((number, new_comment(site.article_id)))
    publisher = threading.Thread(target=keep_publishing, args=(editor, over, numbers, row))
    writers = [
        threading.Thread(target=write, args=(site, forms, taken, row)) for _client in range(plan["clients"])
    ]
    for thread in (publisher, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    publisher.join()
    site.stop()
    settle(row, plan, before, taken)
    row.expect(numbers, "nothing was published")
    row.expect(
        set(numbers_of(site.page_id).values()) == {max(numbers, default=0)}, "the page is not the last"
    )
    row.note = f"{len(numbers)} publications meanwhile; none lost, none doubled, no “locked”"
    return [row.ended()]


def write(site, forms, taken, row):
    """Send forms until none is left; some twice."""
    visitor = site.visitor()
    while True:
        try:
            number, fields = forms.get_nowait()
        except queue.Empty:
            return
        for _press in range(2 if number % TWICE == 0 else 1):
            reply = send_comment(visitor, site.article_id, fields)
            row.waited(reply.seconds)
            if row.expect(reply.status == TAKEN, f"a comment was answered {reply.status}"):
                taken.append(fields["body"])


def keep_publishing(editor, over, numbers, row):
    """Publish until it is `over` (Event); note the `numbers` (list of int) that were acknowledged."""
    number = 1_000_000
    while not over.wait(0.05):
        reply = editor.publish(number)
        if row.expect(reply.status == PUBLISHED, f"publishing was answered {reply.status}"):
            numbers.append(number)
        number += 1


def settle(row, plan, before, taken):
    """Hold what is stored to what was acknowledged."""
    row.count = plan["comments"]
    stored = ReaderComment.objects.count() - before
    row.expect(stored == plan["comments"], f"{stored} of {plan['comments']} comments are stored")
    bodies = set(ReaderComment.objects.values_list("body", flat=True))
    row.expect(set(taken) <= bodies, f"{len(set(taken) - bodies)} comments lost")
