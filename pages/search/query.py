"""What a reader typed, made harmless: the same for the result page, the suggestions and the admin."""

import re
import unicodedata

MAX_LENGTH = 200
SPACES = re.compile(r"\s+")


def cleaned(text):
    """Give `text` (str or None) in NFKC, without control characters, on one line, at most MAX_LENGTH long."""
    # NFKC can make one character many; what is far beyond the limit is not worth normalising.
    text = unicodedata.normalize("NFKC", (text or "")[: MAX_LENGTH * 4])
    visible = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return SPACES.sub(" ", visible).strip()[:MAX_LENGTH].strip()
