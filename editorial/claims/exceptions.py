"""Leave for one sentence: asked for by one person, decided by another, for a time, with a history."""

import hashlib
import unicodedata
from datetime import timedelta

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .citations import without_citations

MIN_REASON = 20
# A house rule: what was let through is looked at again within a year.
MAX_DAYS = 366
ACTION = "editorial.claim_exception"
APPROVE = "editorial.approve_claimexception"


def sentence_hash(sentence):
    """Give the fingerprint (str of 64 hexadecimal digits) of a sentence.

    Case, spaces, wide and narrow forms and citations do not change it; any other edit does.
    """
    plain = unicodedata.normalize("NFKC", without_citations(sentence)).casefold()
    return hashlib.sha256("".join(plain.split()).encode()).hexdigest()


def covered_claims(page_ids):
    """Give the (page id, rule, fingerprint) triples (set) that exceptions cover today. One query."""
    exceptions = apps.get_model("editorial", "ClaimException").objects.in_force()
    rows = exceptions.filter(page_id__in=page_ids)
    return set(rows.values_list("page_id", "rule_code", "sentence_hash"))


def settle(page, hits, covered=None):
    """Give `hits` (list of Hit), those with an exception in force marked as resolved.

    `covered`: what `covered_claims` gave, for callers with many pages; otherwise one query at most.
    """
    if not page.pk or not any(hit.is_open for hit in hits):
        return hits
    covered = covered_claims([page.pk]) if covered is None else covered
    if not covered:
        return hits
    return [
        hit.but(resolution="exception")
        if hit.is_open and (page.pk, hit.rule, sentence_hash(hit.sentence)) in covered
        else hit
        for hit in hits
    ]


@transaction.atomic
def request_exception(*, page, rule, sentence, reason, user, expires_on):
    """Ask for leave for `sentence` (str) of `page` under the rule with the code `rule` (str).

    `reason`: at least 20 characters; `expires_on`: the last day (date), within a year. Gives the saved
    ClaimException, waiting. Raises ValidationError, also when somebody already asked.
    """
    errors = _reasons_against(page, rule, sentence, reason, expires_on)
    if errors:
        raise ValidationError(errors)
    fingerprint = sentence_hash(sentence)
    same = _exceptions(page).filter(rule_code=rule, sentence_hash=fingerprint)
    same.filter(status="approved", expires_on__lt=timezone.localdate()).update(status="closed")
    exception = same.model(
        page_id=page.pk,
        revision_id=page.latest_revision_id,
        rule_code=rule,
        sentence=sentence.strip(),
        sentence_hash=fingerprint,
        reason=reason.strip(),
        requested_by=user,
        expires_on=expires_on,
    )
    _save_once(exception, same)
    _log(exception, "requested", user)
    return exception


def approve_exception(*, exception, user, note=""):
    """Approve a waiting exception; `user` must be another person who may decide. Gives it, saved.

    Raises ValidationError: the same person, no permission, already decided, past its last day.
    """
    return _decide(exception, user, "approved", note)


def decline_exception(*, exception, user, note):
    """Refuse a waiting exception with a note (str) that says why. Gives it, saved. Raises ValidationError."""
    if not note.strip():
        raise ValidationError({"note": _("Say why, so that the editor knows what to change.")})
    return _decide(exception, user, "declined", note)


@transaction.atomic
def _decide(exception, user, status, note):
    # Locked, so that of two people who decide at once the second one is told.
    stored = type(exception).objects.select_for_update().get(pk=exception.pk)
    if reason := why_not_decide(stored, user):
        raise ValidationError(reason)
    stored.status, stored.decided_by, stored.decided_at = status, user, timezone.now()
    stored.decision_note = note.strip()
    stored.save()
    _log(stored, status, user)
    return stored


def why_not_decide(exception, user):
    """Give the reason (str) why `user` may not decide about `exception` now, "" when they may."""
    if not user.has_perm(APPROVE):
        return _("You may not decide about exceptions. Ask a medical reviewer or a publisher.")
    if exception.status != "waiting":
        return _("Somebody has decided already: %(status)s.") % {"status": exception.get_status_display()}
    if exception.requested_by_id == user.pk:
        return _("You asked for this exception yourself. A second person must decide.")
    if exception.expires_on < timezone.localdate():
        return _("Its last day has passed. Ask again with a later day.")
    return ""


def _exceptions(page):
    return apps.get_model("editorial", "ClaimException").objects.filter(page_id=page.pk)


def _reasons_against(page, rule, sentence, reason, expires_on):
    today = timezone.localdate()
    errors = {}
    if not page.pk:
        errors["page"] = _("Save the page first.")
    if not rule or not sentence.strip():
        errors["sentence"] = _("Name the rule and the sentence.")
    if len(reason.strip()) < MIN_REASON:
        errors["reason"] = _("Give a reason of at least %(count)d characters.") % {"count": MIN_REASON}
    if not expires_on or not today < expires_on <= today + timedelta(days=MAX_DAYS):
        errors["expires_on"] = _("Choose a day after today and within a year.")
    return errors


def _save_once(exception, same):
    """Save, unless the same leave is asked for or granted already. Raises ValidationError."""
    other = same.filter(status__in=["waiting", "approved"]).select_related("requested_by").first()
    if other:
        raise ValidationError(
            _("%(who)s has asked for this already: %(status)s.")
            % {"who": other.requested_by or _("Somebody"), "status": other.get_status_display()}
        )
    try:
        with transaction.atomic():
            exception.save()
    except IntegrityError as error:
        raise ValidationError(_("Somebody has asked for this at the same moment.")) from error


def _log(exception, what, user):
    """Write the same line into the history of the exception and of its page."""
    data = {
        "exception": exception.pk,
        "rule": exception.rule_code,
        "sentence": exception.sentence,
        "reason": exception.reason,
        "note": exception.decision_note,
        "expires_on": exception.expires_on.isoformat(),
    }
    for instance in (exception, exception.page):
        log(instance=instance, action=f"{ACTION}.{what}", user=user, data=data)
