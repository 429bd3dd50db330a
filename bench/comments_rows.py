"""A database full of reader comments: a thousand as on a site, then copies of them made by the database."""

from datetime import timedelta

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from comments.models import Lane, ModerationLogEntry, ReaderComment, Status
from comments.models.comment import KEY_WIDTH
from editorial.models import User

PAGES = 100
BODY = "I have walked with crutches for six weeks and it got better, number {0}. " * 4
# Of fifty comments: these in their lanes, six spam, the rest approved.
WAITING = {0: Lane.PENDING, 1: Lane.SUSPECT, 2: Lane.REPORTED, 3: Lane.SAFEGUARDING}
SPAM = range(4, 10)


def prepare(count):
    """Migrate an empty database and put `count` comments under ten of a hundred pages."""
    call_command("migrate", verbosity=0)
    User.objects.create_superuser("bench", "bench@example.org", "bench")
    home = Page.objects.get(depth=2)
    for number in range(PAGES):
        home.add_child(instance=Page(title=f"Page {number}", slug=f"page-{number}"))
    ReaderComment.objects.bulk_create(_comment(number) for number in range(1, count + 1))
    ModerationLogEntry.objects.bulk_create(_entries(count))
    _look_at_tables()


def pages():
    """Give the ids (list of int) of the pages with comments, in their order."""
    return list(Page.objects.filter(slug__startswith="page-").order_by("pk").values_list("pk", flat=True))


def _state(number):
    if number % 50 in WAITING:
        return {"status": Status.PENDING, "lane": WAITING[number % 50], "shown": False}
    if number % 50 in SPAM:
        return {"status": Status.SPAM, "lane": Lane.SPAM, "shown": False}
    return {"status": Status.APPROVED, "lane": "", "shown": True}


def _place(number):
    """Every third comment answers the one ten before it, which is under the same page."""
    above = number - 10
    if number % 3 or above < 1 or not above % 3 or above % 50 < 10:
        return {"path": f"{number:0{KEY_WIDTH}d}"}
    path = f"{above:0{KEY_WIDTH}d}{number:0{KEY_WIDTH}d}"
    return {"path": path, "parent_id": above, "root_id": above, "level": 2}


def _comment(number):
    written = timezone.now() - timedelta(minutes=30 * (BASE_AGE - number))
    facts = {**_state(number), **_place(number)}
    if facts["status"] != Status.PENDING:
        facts |= {"decided_at": written + timedelta(hours=number % 40), "decided_by_id": 1}
    return ReaderComment(
        pk=number,
        page_id=pages_cached()[number % 10],
        name=f"Reader {number % 90}",
        body=BODY.format(number),
        writer_key=f"writer-{number}",
        helpful_count=number % 17,
        reasons=[{"rule": "all_wait", "detail": ""}],
        created_at=written,
        **facts,
    )


BASE_AGE = 5000
_pages = []


def pages_cached():
    """Give pages(), asked for once."""
    if not _pages:
        _pages.extend(pages())
    return _pages


def _entries(count):
    for number in range(1, count + 1):
        decided = number % 50 not in WAITING
        yield ModerationLogEntry(pk=2 * number - 1, comment_id=number, action="posted", rule="all_wait")
        action, actor = ("approve", 1) if decided else ("reported", None)
        yield ModerationLogEntry(pk=2 * number, comment_id=number, action=action, actor_id=actor)


def multiply(base, times):
    """Copy the first `base` comments and their log until there are `times` as many, under all pages."""
    with transaction.atomic(), connection.cursor() as cursor:
        for copy in range(1, times):
            facts = {"shift": copy * base, "pages": copy % 10 * 10}
            cursor.execute(_copy(ReaderComment, COMMENT_SHIFTS), {**facts, "base": base})
            cursor.execute(_copy(ModerationLogEntry, LOG_SHIFTS), {**facts, "base": base})
    _look_at_tables()


PAD = {"sqlite": f"printf('%%0{KEY_WIDTH}d', {{}})", "postgresql": f"lpad(({{}})::text, {KEY_WIDTH}, '0')"}
COMMENT_SHIFTS = {
    "id": "id + %(shift)s",
    "page_id": "page_id + %(pages)s",
    "parent_id": "parent_id + %(shift)s",
    "root_id": "root_id + %(shift)s",
    "writer_key": "writer_key || %(shift)s",
}
LOG_SHIFTS = {"id": "id + 2 * %(shift)s", "comment_id": "comment_id + %(shift)s"}


def _copy(model, shifts):
    """Give the statement (str) that copies the first rows of `model` with other ids."""
    table, key = model._meta.db_table, "comment_id" if "comment_id" in shifts else "id"
    columns = [field.column for field in model._meta.concrete_fields]
    values = [shifts.get(column, f'"{column}"') for column in columns]
    if "path" in columns:
        pad = PAD[connection.vendor].format
        own, root = pad("id + %(shift)s"), pad("root_id + %(shift)s")
        values[columns.index("path")] = f"CASE WHEN root_id IS NULL THEN {own} ELSE {root} || {own} END"
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} WHERE {key} <= %(base)s"  # noqa: S608


def _look_at_tables():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
