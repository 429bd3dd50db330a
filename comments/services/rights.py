"""A reader's rights over their comments: a copy, erasure, anonymity. Works without an account."""

from django.core import signing
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import (
    CommentReport,
    HelpfulVote,
    MailAddress,
    ModerationLogEntry,
    ReaderComment,
    Sanction,
    Status,
)
from comments.rates import hit
from comments.standing import email_key

from .log import forget_words
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
    *("id", "name", "email", "body", "language", "status", "rejection", "helpful_count", "report_count"),
    *("created_at", "edited_at", "decided_at", "redacted_at", "notify_replies", "email_confirmed"),
    *("reasons", "risk", "spam_score", "writer_key", "network_key", "email_key"),
)
REPORTED = ("reason", "text", "created_at", "settled_at")
LOGGED = ("action", "rule", "reason", "created_at")
ADDRESS = ("email", "asked_at", "confirmed_at", "unsubscribed_at")


def _keys(comments, *fields):
    """Give the keys (set of str) under which the writer of `comments` is known."""
    return {getattr(comment, field) for comment in comments for field in fields} - {""}


def _export_entry(entry):
    """Give what was done (dict), with the writer's words before a change of them."""
    facts = {name: getattr(entry, name) for name in LOGGED}
    return facts | ({"text_before": entry.before["body"]} if "body" in entry.before else {})


def _export_one(comment):
    row = {field: getattr(comment, field) for field in EXPORTED}
    row["page"] = comment.page.title
    row["consent"] = comment.consent.text if comment.consent else ""
    row["history"] = [_export_entry(entry) for entry in comment.log.all()]
    return row


def export_personal_data(*, comments):
    """Give everything stored about the writer of `comments` (dict, ready for JSON)."""
    rows = list(comments.select_related("consent").prefetch_related("log").order_by("pk"))
    browsers = _keys(rows, "writer_key")
    by_browser = {"writer_key__in": browsers}
    bans = Sanction.objects.filter(value__in=_keys(rows, "writer_key", "email_key", "network_key"))
    return {
        "made_at": timezone.now(),
        "comments": [_export_one(comment) for comment in rows],
        "reports": list(CommentReport.objects.filter(**by_browser).values("comment", *REPORTED)),
        "votes": list(HelpfulVote.objects.filter(**by_browser).values("comment", "created_at")),
        "sanctions": list(bans.values("kind", "target", "reason", "created_at", "ends_at", "lifted_at")),
        "address": list(MailAddress.objects.filter(key__in=_keys(rows, "email_key")).values(*ADDRESS)),
    }


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


def _forget_writer(comments):
    """Forget the address, and what the writer's browser said about the comments of others."""
    keys = _keys(comments, "email_key", "writer_key")
    MailAddress.objects.filter(key__in=keys).delete()
    Sanction.objects.filter(value__in=keys, kind=Sanction.Kind.TRUST).delete()
    HelpfulVote.objects.filter(writer_key__in=keys).delete()
    for report in CommentReport.objects.filter(writer_key__in=keys):
        report.writer_key, report.text, report.network_key = f"-{report.pk}", "", ""
        report.save(update_fields=["writer_key", "text", "network_key"])


def _note(comments, action):
    ModerationLogEntry.objects.bulk_create(
        ModerationLogEntry(comment=comment, action=action, rule="writer") for comment in comments
    )


@transaction.atomic
def erase(*, comments):
    """Erase text, name and every key of `comments` (queryset); give their number (int).

    Replies keep their place in the thread; the log keeps that something was decided, not what was said.
    """
    rows = list(comments.select_related("parent"))
    _forget_writer(rows)
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
    forget_words(ModerationLogEntry.objects.filter(comment__in=rows))
    _note(rows, "erased")
    return len(rows)


@transaction.atomic
def anonymise(*, comments):
    """Take name and every key off `comments` (queryset) and leave the text; give their number (int)."""
    rows = list(comments)
    _forget_writer(rows)
    ReaderComment.objects.filter(pk__in=[comment.pk for comment in rows]).update(**BLANK_IDENTITY)
    forget_words(ModerationLogEntry.objects.filter(comment__in=rows), ["name"])
    _note(rows, "anonymised")
    for comment in rows:
        if comment.is_public:
            announce(comment, visible=True)
    return len(rows)
