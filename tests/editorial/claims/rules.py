"""Short ways to ask the linter."""

from pathlib import Path

from editorial.claims import check_text, seed_rulebook

FOLDER = Path(__file__).parent
SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


def hits_of(text, language=None):
    """Give the open hits on `text` under the shipped rules; touches no database."""
    hits = check_text(text, language, rulebook=seed_rulebook())
    return [hit for hit in hits if hit.is_open]


def rules_of(text, language=None):
    """Give the codes (set) of the rules that hit `text`."""
    return {hit.rule for hit in hits_of(text, language)}


def silencers_of(text, rule):
    """Give why `rule` is silent on `text` (set of str)."""
    found = check_text(text, rulebook=seed_rulebook(), with_silenced=True)
    return {hit.silenced_by for hit in found if hit.rule == rule}


def seed(number):
    """Give the text (str) of a source page."""
    return next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
