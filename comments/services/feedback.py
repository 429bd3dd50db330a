"""Readers' private answers about a page."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from comments import guard
from comments.models import PageFeedback
from comments.policy import site_settings
from comments.rates import hit

from .mail import queue_mail
from .notices import absolute

PER_HOUR = 10


def _danger(page, settings, text):
    """Give the safeguarding level (0 to 4) of a text."""
    draft = guard.Draft(page=page, settings=settings, name="", body=text)
    return guard.safeguarding(draft).risk


@transaction.atomic
def take_feedback(*, page, form, settings, language, network_key):
    """Store a reader's answer about `page`; give (PageFeedback or None, safeguarding level).

    None when the hidden field was filled in or the network sent too many. What is medically wrong, or
    sounds like an emergency, is marked urgent and mailed at once.
    """
    text = form.cleaned_data["text"]
    danger = _danger(page, settings, text)
    flooded = network_key and hit(f"feedback:{network_key}", per=timedelta(hours=1)) > PER_HOUR
    if form.data.get("website") or flooded:
        return None, danger
    row = form.save(commit=False)
    row.page_id, row.language = page.pk, language
    row.urgent = bool(danger) or row.problem == PageFeedback.Problem.WRONG
    row.save()
    if row.urgent:
        _tell(page, row)
    return row, danger


def _tell(page, row):
    to = site_settings(page).notice_addresses
    if not to:
        return
    with translation.override(settings.LANGUAGE_CODE):
        link = absolute(reverse("reader_comments:feedback"))
        body = f"{page.title}\n{row.get_problem_display()}\n\n{link}"
        queue_mail(to=to, subject=_("A reader says a page may be unsafe"), body=body)


def settle_feedback(*, feedback_id, actor):
    """Mark an answer as dealt with; give whether it was still open (bool)."""
    open_rows = PageFeedback.objects.filter(pk=feedback_id, settled_at__isnull=True)
    return bool(open_rows.update(settled_at=timezone.now(), settled_by=actor))
