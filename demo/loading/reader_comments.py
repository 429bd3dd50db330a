"""Reader comments in every state, so that the moderator's desk has work on the first day."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import ReaderComment
from comments.services import load_comment
from demo.content_files import ContentError, read_table
from editorial.models import User


def load_reader_comments(ledger, say):
    """Load the comments of `comments.toml` that were never loaded; an answer comes after what it answers."""
    for key, fields in read_table("comments").items():
        if f"comments/{key}" not in ledger:
            _load(ledger, key, fields, say)


@transaction.atomic
def _load(ledger, key, fields, say):
    page = _page(ledger, key, fields["page"])
    comment = None
    if page:
        comment = load_comment(
            page=page,
            name=fields["name"],
            body=fields["body"],
            status=fields["status"],
            parent=_parent(ledger, fields),
            created_at=timezone.now() - timedelta(days=fields["days_ago"]),
            **_extras(ledger, fields),
        )
    ledger.remember(f"comments/{key}", comment)
    say(_("comment {key}").format(key=key))


def _page(ledger, key, page_key):
    if page_key not in ledger:
        raise ContentError(f"comments.toml, {key}: there is no page “{page_key}”.")
    return ledger.page(page_key)


def _parent(ledger, fields):
    return ledger.one(ReaderComment, f"comments/{fields['answers']}") if "answers" in fields else None


def _extras(ledger, fields):
    """Fields that only some comments have."""
    extras = {name: fields[name] for name in ("lane", "rejection", "language", "reasons") if name in fields}
    if "account" in fields:
        extras["user"] = ledger.one(User, f"accounts/{fields['account']}")
    return extras
