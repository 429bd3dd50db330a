"""Comments that do not come through the form: demonstration content, tests, an import."""

from django.db import transaction

from comments.models import Lane, ReaderComment, Status
from comments.standing import email_key
from comments.text import body_key, clean_line, clean_text

from .posting import save_in_place
from .visibility import announce, settle_places

LANES = {Status.PENDING: Lane.PENDING, Status.SPAM: Lane.SPAM}


@transaction.atomic
def load_comment(*, page, name, body, status=Status.APPROVED, parent=None, email="", **fields):
    """Store a comment in any state, past the guard; give the ReaderComment.

    `status`: a Status; `fields`: further fields of ReaderComment, such as lane, reasons, risk, created_at,
    user (a member of staff: the comment carries the badge), rejection.
    """
    fields.setdefault("lane", LANES.get(status, ""))
    comment = ReaderComment(
        page_id=page.pk,
        parent=parent,
        root_id=parent.thread_id if parent else None,
        name=clean_line(name),
        body=clean_text(body),
        body_key=body_key(body),
        email=email,
        email_key=email_key(email),
        status=status,
        shown=status == Status.APPROVED,
        **fields,
    )
    save_in_place(comment)
    comment.log.create(action="loaded", rule="loaded", after={"status": status})
    if comment.is_public:
        settle_places(parent)
        announce(comment, visible=True)
    return comment
