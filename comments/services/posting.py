"""Taking in a comment."""

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from comments import guard
from comments.models import Lane, ModerationLogEntry, ReaderComment, Status
from comments.standing import email_key

from .notices import ask_to_confirm, tell_about_reply, tell_moderators
from .rows import insert
from .visibility import announce

# Written out, because building these two took Django a tenth of the time that a comment takes.
IS_LIVE = "SELECT 1 FROM wagtailcore_page WHERE id = %s AND live"
PLACE = 'UPDATE "comments_readercomment" SET "path" = %s, "level" = %s WHERE "id" = %s'


class CommentsClosedError(Exception):
    """The page takes no comments (any more)."""

    message = _("This page takes no comments any more. Your text is below: copy it if you want to keep it.")


class ParentGoneError(Exception):
    """The comment to be answered is no longer public."""

    message = _(
        "The comment you answer is no longer there. Your text is below: "
        "you can send it as a comment of its own."
    )


def _check_page(page_id):
    """Raise CommentsClosedError when the page is not public any more."""
    with connection.cursor() as cursor:
        cursor.execute(IS_LIVE, [page_id])
        if cursor.fetchone() is None:
            raise CommentsClosedError


def _check_parent(parent_id, page_id):
    """Give the comment to be answered, locked; raise ParentGoneError when it is not public on this page."""
    if parent_id is None:
        return None
    parent = ReaderComment.objects.select_for_update(of=("self",)).filter(pk=parent_id, page_id=page_id)
    parent = parent.approved().first()
    if parent is None:
        raise ParentGoneError
    return parent


def _status(verdict):
    return (Status.PENDING, verdict.lane) if verdict.holds else (Status.APPROVED, "")


def _build(draft, verdict, parent, consent):
    status, lane = _status(verdict)
    return ReaderComment(
        page=draft.page,
        parent=parent,
        root_id=parent.thread_id if parent else None,
        name=draft.name,
        email=draft.email,
        email_confirmed=draft.email_confirmed,
        notify_replies=draft.notify_replies,
        email_key=email_key(draft.email),
        body=draft.body,
        body_key=draft.body_key,
        language=draft.language,
        status=status,
        lane=lane,
        shown=status == Status.APPROVED,
        reasons=verdict.reasons,
        risk=verdict.risk,
        spam_score=verdict.spam_score,
        writer_key=draft.writer_key,
        network_key=draft.network_key,
        form_key=draft.form_key,
        consent=consent,
    )


def save_in_place(comment):
    """Save a new comment and give it its place in the thread."""
    insert(comment)
    comment.place_in_thread()
    with connection.cursor() as cursor:
        cursor.execute(PLACE, [comment.path, comment.level, comment.pk])


@transaction.atomic
def _store(draft, verdict, consent):
    _check_page(draft.page.pk)
    parent = _check_parent(draft.parent and draft.parent.pk, draft.page.pk)
    guard.examine_in_place(draft, verdict)
    comment = _build(draft, verdict, parent, consent)
    save_in_place(comment)
    rules = ", ".join(reason["rule"] for reason in verdict.reasons)
    facts = {"action": "posted", "rule": rules[:64] or "passed", "after": {"status": comment.status}}
    insert(ModerationLogEntry(comment=comment, **facts))
    _tell(comment)
    return comment


def _tell(comment):
    if comment.is_public:
        announce(comment, visible=True)
        tell_about_reply(comment)
    if comment.lane == Lane.SAFEGUARDING:
        tell_moderators(comment, "safeguarding")
    if comment.email and not comment.email_confirmed:
        ask_to_confirm(comment)


def post_comment(*, draft, verdict, consent=None):
    """Store a comment the guard did not refuse; give the ReaderComment.

    `draft`: guard.Draft; `verdict`: guard.Verdict; `consent`: the ConsentText agreed to.
    Sending one form twice gives the same comment twice. Raises CommentsClosedError when the page went away
    and ParentGoneError when the comment to be answered did.
    """
    try:
        return _store(draft, verdict, consent)
    except IntegrityError:
        twin = ReaderComment.objects.filter(form_key=draft.form_key).first() if draft.form_key else None
        if twin is None:
            raise
        return twin
