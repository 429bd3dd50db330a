"""The claim linter for readers' comments; comments know it only by COMMENTS_CLAIM_CHECKER."""

from .engine import LANGUAGE_KEYS
from .pages import check_text


def claims_in(text, language=""):
    """Give the sentences (list of str) of a reader's `text` that the linter would stop an editor from
    publishing; `language` (str): a code such as "zh-hans", any other: each sentence by its own letters.
    """
    known = language if language.lower() in LANGUAGE_KEYS else None
    hits = check_text(text, known)
    return list(dict.fromkeys(hit.matched for hit in hits if hit.blocks))
