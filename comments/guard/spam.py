"""The rule that learned from the moderators' own decisions. It holds; it never rejects."""

from comments.spam import current_scorer

from .answers import ALLOWED, held


def spam_score(draft):
    """Hold what looks like earlier spam, naming the strongest signs; allowed while nothing was learned."""
    scorer = current_scorer()
    if scorer is None:
        return ALLOWED
    draft.spam_score = scorer.probability(draft.body)
    if draft.spam_score < draft.settings.spam_threshold:
        return ALLOWED
    signs = ", ".join(scorer.top_signs(draft.body))
    return held("spam_score", f"{draft.spam_score:.0%}: {signs}")
