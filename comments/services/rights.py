"""A reader's rights over their comments: a copy, erasure, anonymity. Works without an account."""

from django.core import signing
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import MailAddress, ModerationLogEntry, ReaderComment, Sanction, Status
from comments.rates import hit
from comments.standing import email_key

from .mail import queue_mail
from .notices import ASK_AGAIN, absolute
from .visibility import announce, settle_places

SALT = "comments.rights"
VALID_SECONDS = 24 * 3600
REQUESTS_PER_DAY = 3


def ask_for_link(*, email):
    """Mail a link to the page of rights, whether or not the address ever wrote here.

    The answer is the same for every address, so that nobody learns who has written.
    """
    key = email_key(email)
    if hit(f"rights:{key}", per=ASK_AGAIN) > REQUESTS_PER_DAY:
        return
    link = absolute(reverse("comments:rights", args=[signing.dumps(key, salt=SALT)]))
    body = render_to_string("comments/mail/rights.txt", {"link": link})
    queue_mail(to=[email], subject=_("Your reader comments"), body=body)


def read_token(token):
    """Give the e-mail key (str) in a link of `ask_for_link`, None when it is not ours or over a day old."""
    try:
        return signing.loads(token, salt=SALT, max_age=VALID_SECONDS)
    except signing.BadSignature:
        return None


def comments_of(*, key="", writer_key=""):
    """Give the comments (queryset) under an e-mail key or a browser's key; neither: none."""
    mine = Q(pk__in=[])
    if key:
        mine |= Q(email_key=key)
    if writer_key:
        mine |= Q(writer_key=writer_key)
    return ReaderComment.objects.filter(mine, erased_at__isnull=True).select_related("page")


EXPORTED = (
    *("id", "name", "email", "body", "language", "status", "rejection", "helpful_count"),
    *("created_at", "edited_at", "decided_at", "notify_replies", "email_confirmed"),
)


def export_personal_data(*, comments):
    """Give everything stored about these comments' writer (dict, ready for JSON)."""
    rows = []
    for comment in comments.select_related("consent").order_by("pk"):
        row = {field: getattr(comment, field) for field in EXPORTED}
        row["page"] = comment.page.title
        row["consent"] = comment.consent.text if comment.consent else ""
        row["history"] = list(comment.log.values("action", "reason", "created_at"))
        rows.append(row)
    return {"made_at": timezone.now(), "comments": rows}


# What identifies a writer.
BLANK_IDENTITY = {
    "name": "",
    "email": "",
    "email_key": "",
    "email_confirmed": False,
    "notify_replies": False,
    "writer_key": "",
    "network_key": "",
}


def _forget_address(comments):
    keys = {comment.email_key for comment in comments if comment.email_key}
    MailAddress.objects.filter(key__in=keys).delete()
    Sanction.objects.filter(value__in=keys, kind=Sanction.Kind.TRUST).delete()


def _scrub_log(comments, action):
    """Take the writer's words out of the log; what was done, by whom and when stays."""
    entries = ModerationLogEntry.objects.filter(comment__in=comments)
    for entry in entries.filter(Q(before__has_key="body") | Q(after__has_key="body")):
        for part in (entry.before, entry.after):
            part.pop("body", None)
        entry.save(update_fields=["before", "after"])
    ModerationLogEntry.objects.bulk_create(
        ModerationLogEntry(comment=comment, action=action, rule="writer") for comment in comments
    )


@transaction.atomic
def erase(*, comments):
    """Erase text, name and every key of `comments` (queryset); give their number (int).

    Replies keep their place in the thread; the log keeps that something was decided, not what was said.
    """
    rows = list(comments.select_related("parent"))
    _forget_address(rows)
    for comment in rows:
        was_public = comment.is_public
        ReaderComment.objects.filter(pk=comment.pk).update(
            **BLANK_IDENTITY,
            body="",
            body_key="",
            reasons=[],
            rejection="",
            risk=0,
            spam_score=None,
            lane="",
            status=Status.REMOVED,
            erased_at=timezone.now(),
            version=comment.version + 1,
        )
        comment.refresh_from_db()
        comment.reports.update(text="")
        if was_public:
            settle_places(comment)
            announce(comment, visible=False)
    _scrub_log(rows, "erased")
    return len(rows)


@transaction.atomic
def anonymise(*, comments):
    """Take name and every key off `comments` (queryset) and leave the text; give their number (int)."""
    rows = list(comments)
    _forget_address(rows)
    ReaderComment.objects.filter(pk__in=[comment.pk for comment in rows]).update(**BLANK_IDENTITY)
    for comment in rows:
        comment.log.create(action="anonymised", rule="writer")
        if comment.is_public:
            announce(comment, visible=True)
    return len(rows)
