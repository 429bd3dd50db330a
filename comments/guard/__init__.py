"""The guard: every rule is a small function that answers allowed, held or refused, with its reason."""

from .advice import complaint, medical_advice, selling_cures
from .answers import ALLOWED, Answer, Draft, Outcome, Verdict, held, refused
from .duplicates import duplicates
from .form import form_age, honeypot
from .links import links
from .moderation import moderation_mode
from .personal import contact_details, named_doctors
from .rates import challenge, network_rate, thread_rate
from .reasons import describe
from .sanctions import sanctions
from .spam import spam_score
from .unicode import hidden_letters, mixed_scripts
from .words import banned_words, reserved_names, safeguarding, suspect_words

# In this order; the cheap ones and those that may refuse come first.
RULES = [
    safeguarding,
    network_rate,
    honeypot,
    form_age,
    sanctions,
    challenge,
    reserved_names,
    banned_words,
    duplicates,
    links,
    suspect_words,
    contact_details,
    named_doctors,
    medical_advice,
    complaint,
    selling_cures,
    hidden_letters,
    mixed_scripts,
    spam_score,
    moderation_mode,
]
# These count what is stored, and nothing else; so they are asked with it, and refuse nothing.
RULES_IN_PLACE = [thread_rate]
# Even a cry for help may not be sent a hundred times; its writer sees the help all the same.
REFUSE_EVEN_DANGER = {network_rate, form_age}

__all__ = [
    "ALLOWED",
    "RULES",
    "Answer",
    "Draft",
    "Outcome",
    "Verdict",
    "describe",
    "examine",
    "examine_in_place",
    "held",
    "refused",
    "safeguarding",
]


def _soften(rule, answer, verdict):
    """Turn a refusal into a hold where somebody may be in danger: nobody is turned away then."""
    if answer.outcome == Outcome.REFUSED and verdict.risk and rule not in REFUSE_EVEN_DANGER:
        return held(answer.rule, answer.detail)
    return answer


def examine(draft):
    """Give the Verdict of RULES on a Draft. A refusal ends the round: the writer gets the text back."""
    verdict = Verdict()
    _ask(RULES, draft, verdict)
    verdict.spam_score = draft.spam_score
    return verdict


def examine_in_place(draft, verdict):
    """Add to the Verdict what RULES_IN_PLACE say, within the transaction that stores the Draft."""
    _ask(RULES_IN_PLACE, draft, verdict)


def _ask(rules, draft, verdict):
    for rule in rules:
        answer = _soften(rule, rule(draft), verdict)
        if answer.outcome != Outcome.ALLOWED:
            verdict.answers.append(answer)
        if answer.outcome == Outcome.REFUSED:
            break
