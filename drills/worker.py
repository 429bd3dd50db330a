"""`kill -9` of the worker of background tasks: each task is done in the end, and its effect is there once."""

from datetime import timedelta
from functools import partial

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operations.unfinished import LONGEST, MOST_ATTEMPTS, put_back_tasks
from pages.models import HomePage, StandardPage
from pages.models.share import SharePicture
from pages.share.making import share_picture_task

from .interrupted import killed
from .rows import Row

# How many pictures are drawn for each kill, and within how many seconds it comes.
TASKS, ALIVE = 4, 0.8
work = partial(call_command, "db_worker", batch=True, startup_delay=False, reload=False, verbosity=0)


def drill(site, plan):
    """Kill the worker plan["command_kills"] times, then let one end; give one Row."""
    row = Row("kill -9 of the task worker", site.database, "kills")
    DBTaskResult.objects.all().delete()
    pages, cut_off = [], 0
    for number in range(plan["command_kills"]):
        if number % (MOST_ATTEMPTS - 1) == 0:
            work()  # a slow machine would give up, as it should, a task that met every kill
        pages += [page_to_draw(f"Drawn {number} {part}") for part in range(TASKS)]
        row.count += killed(work, ALIVE)
        cut_off += put_back()
    work()
    row.expect(put_back() == 0, "a task still runs after the worker has ended")
    undone = DBTaskResult.objects.exclude(status="SUCCESSFUL").count()
    row.expect(undone == 0, f"{undone} tasks are not done")
    row.expect(is_given_up(pages[0]), "a task that ended five workers is begun again")
    drawn = list(SharePicture.objects.filter(page__in=pages))
    row.expect(len(drawn) == len(pages), f"{len(drawn)} of {len(pages)} pictures are there")
    row.expect(all(map(is_stored, drawn)), "a picture has no file")
    row.note = f"{len(pages)} tasks, {cut_off} of them cut off and put back: each done, its effect there once"
    return [row.ended()]


def page_to_draw(title):
    """Give a live page for which a task draws a picture."""
    home = HomePage.objects.get()
    page = home.add_child(instance=StandardPage(title=title, locale=home.locale))
    share_picture_task.enqueue(page.pk)
    return page


def put_back():
    """Let the time pass after which a task counts as cut off; give how many (int) were put back."""
    began = timezone.now() - 2 * LONGEST
    DBTaskResult.objects.running().update(started_at=began - timedelta(seconds=1))
    return put_back_tasks()


def is_given_up(page):
    """Say whether a task that has ended its worker again and again counts as failed (bool)."""
    task = DBTaskResult.objects.get(pk=share_picture_task.enqueue(page.pk).id)
    for _attempt in range(MOST_ATTEMPTS):
        task.claim("drill")
    put_back()
    task.refresh_from_db()
    return task.status == "FAILED"


def is_stored(picture):
    """Say whether the file of a SharePicture is there (bool)."""
    return picture.file.storage.exists(picture.file.name)
