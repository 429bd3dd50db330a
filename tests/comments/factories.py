"""Reader comments and moderators for tests."""

from comments.guard import Draft
from comments.models import CommentSettings, Status
from comments.services import load_comment
from comments.stamp import new_stamp
from tests.editorial.factories import make_user


def make_comment(page, **fields):
    """Give a ReaderComment under `page`, approved unless told otherwise."""
    return load_comment(
        page=page, **{"name": "Wei", "body": "Crutches helped me.", "status": Status.APPROVED, **fields}
    )


def make_moderator(username="moderator"):
    """Give a User who may moderate."""
    return make_user(username, "Moderators")


def make_draft(page, **fields):
    """Give a guard.Draft that no rule minds, changed by `fields`."""
    defaults = {
        "settings": CommentSettings(moderation=CommentSettings.Moderation.TRUSTED),
        "name": "Wei",
        "body": "Crutches helped me more than I expected.",
        "form_age": 30.0,
        "language": "en",
    }
    return Draft(page=page, **{**defaults, **fields})


def form_data(page, **fields):
    """Give what a browser sends (dict) from the comment form of `page`."""
    typed = {"name": "Wei", "email": "", "body": "Crutches helped me.", "consent": "on", "website": ""}
    return {**typed, "stamp": new_stamp(page.pk), **fields}
