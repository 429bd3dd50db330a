"""Reading threads: bounded queries, keyset pages, replies gathered under their comment."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from .models import ReaderComment
from .models.comment import KEY_WIDTH

THREADS_PER_PAGE = 20
REPLIES_SHOWN = 20
REPLIES_PER_PAGE = 100
# So many are read without asking the database to number them.
FEW_REPLIES = 100

ORDERS = {"oldest": _("Oldest first"), "newest": _("Newest first"), "helpful": _("Most helpful first")}
# Field that leads, and whether it runs backwards.
KEYS = {
    "oldest": ("created_at", False),
    "newest": ("created_at", True),
    "helpful": ("helpful_count", True),
}
COLUMNS = (
    *(
        "id",
        "parent_id",
        "root_id",
        "path",
        "level",
        "page_id",
        "name",
        "body",
        "language",
        "status",
        "shown",
    ),
    *("helpful_count", "created_at", "edited_at", "redacted_at", "erased_at"),
    *("user_id", "user__username", "user__first_name", "user__last_name"),
)


@dataclass
class Thread:
    """What the template prints: threads of one page of comments, and the way to the next."""

    comments: list = field(default_factory=list)
    count: int = 0
    order: str = "oldest"
    next_after: int | None = None


def after(queryset, cursor, order):
    """Narrow `queryset` to what follows the comment with id `cursor` in `order`; unknown: nothing."""
    name, backwards = KEYS[order]
    last = ReaderComment.objects.filter(pk=cursor).values(name).first() if cursor else None
    if last is None:
        return queryset
    way = "lt" if backwards else "gt"
    return queryset.filter(
        Q(**{f"{name}__{way}": last[name]}) | Q(**{name: last[name], f"id__{way}": cursor})
    )


def ordered(queryset, order):
    """Sort `queryset` by a key of ORDERS."""
    name, backwards = KEYS[order]
    return queryset.order_by(f"-{name}", "-id") if backwards else queryset.order_by(name, "id")


def _replies(root_ids):
    """Give the first replies (list) of each thread, one more than shown; two queries where many are."""
    shown = ReaderComment.objects.filter(root_id__in=root_ids, shown=True)
    shown = shown.select_related("user").only(*COLUMNS).order_by("root_id", "path")
    few = list(shown[: FEW_REPLIES + 1])
    if len(few) <= FEW_REPLIES:
        return few
    number = Window(RowNumber(), partition_by=F("root_id"), order_by=F("path").asc())
    return list(shown.annotate(number=number).filter(number__lte=REPLIES_SHOWN + 1))


def nest(roots, replies, *, limit=REPLIES_SHOWN):
    """Hang `replies` (in the order of their paths) on `roots`; give the roots with `.answers` and `.more`."""
    by_path, hanging = {}, Counter()
    for comment in roots:
        comment.answers, comment.more = [], False
        by_path[comment.path] = comment
    for reply in replies:
        root = by_path[reply.path[:KEY_WIDTH]]
        hanging[root.pk] += 1
        if limit and hanging[root.pk] > limit:
            root.more = True
        else:
            _hang(reply, by_path, root)
    return roots


def _hang(reply, by_path, root):
    """Put `reply` under the comment above it, or under the root where a page of replies starts later."""
    reply.answers = []
    by_path.get(reply.path[:-KEY_WIDTH], root).answers.append(reply)
    by_path[reply.path] = reply


def load_threads(page_id, *, order="oldest", cursor=None):
    """Give one page of threads (Thread): at most four queries, one more when `cursor` is given.

    `cursor`: id of the last thread already seen, or None for the first page.
    """
    base = ReaderComment.objects.threads(page_id).select_related("user").only(*COLUMNS)
    rows = list(ordered(after(base, cursor, order), order)[: THREADS_PER_PAGE + 1])
    roots, more = rows[:THREADS_PER_PAGE], len(rows) > THREADS_PER_PAGE
    replies = _replies([root.pk for root in roots]) if roots else []
    nest(roots, replies)
    is_all = not (cursor or more or any(root.more for root in roots))
    count = sum(comment.is_public for comment in [*roots, *replies]) if is_all else _count(page_id)
    return Thread(roots, count, order, roots[-1].pk if more else None)


def _count(page_id):
    return ReaderComment.objects.filter(page_id=page_id).approved().count()


def load_one_thread(comment, *, cursor=None):
    """Give the thread (Thread) that holds `comment`, up to a hundred replies from `cursor` on.

    Without a cursor the page of replies starts so that `comment` is on it. Three queries.
    """
    rows = ReaderComment.objects.select_related("user").only(*COLUMNS)
    root = rows.get(pk=comment.thread_id)
    replies = rows.filter(root_id=root.pk, shown=True).order_by("path")
    if cursor:
        last = ReaderComment.objects.filter(pk=cursor, root_id=root.pk).values_list("path", flat=True).first()
        replies = replies.filter(path__gt=last or "")
    elif comment.parent_id:
        replies = replies.filter(path__gte=comment.path[: len(root.path) * 2])
    page = list(replies[: REPLIES_PER_PAGE + 1])
    more = len(page) > REPLIES_PER_PAGE
    nest([root], page[:REPLIES_PER_PAGE], limit=None)
    return Thread([root], 0, "oldest", page[REPLIES_PER_PAGE - 1].pk if more else None)
