"""The guard: every rule is a small function that answers allowed, held or refused, with its reason."""

from .answers import ALLOWED, Answer, Draft, Outcome, Verdict, held, refused
from .form import form_age, honeypot
from .moderation import moderation_mode

RULES = [honeypot, form_age, moderation_mode]

__all__ = ["ALLOWED", "RULES", "Answer", "Draft", "Outcome", "Verdict", "examine", "held", "refused"]


def examine(draft):
    """Give the Verdict of all rules on a Draft. Refusals end the round: the writer gets the text back."""
    verdict = Verdict()
    for rule in RULES:
        answer = rule(draft)
        if answer.outcome != Outcome.ALLOWED:
            verdict.answers.append(answer)
        if answer.outcome == Outcome.REFUSED:
            break
    return verdict
