"""The signed mark in every form: for which page it was made, when, and a number used once."""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "comments.stamp"


@dataclass(frozen=True)
class Stamp:
    """What a form's mark says: `age` in seconds, `key` the number used once."""

    age: float
    key: str


def new_stamp(page_id):
    """Give the text (str) of a fresh mark for a form under a page."""
    return signing.dumps({"page": page_id, "at": time.time(), "key": secrets.token_hex(16)}, salt=SALT)


def read_stamp(text, page_id):
    """Give the Stamp in `text`, or None when it is not ours or was made for another page."""
    try:
        data = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    if data["page"] != page_id:
        return None
    return Stamp(age=time.time() - data["at"], key=data["key"])
