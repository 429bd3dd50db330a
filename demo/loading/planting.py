"""Put one page into the tree through the same door an editor uses: draft, revision, publish."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from editorial.models import MedicalPage

from .scope import original_page


def plant(ledger, key, page, parent, say, *, days_ago=0, updated_days_ago=None):
    """Add `page` (unsaved) under `parent`, publish it, and write it into the ledger as `key`.

    `days_ago`, `updated_days_ago` (int): when readers first saw it, and when it last changed. A page whose
    publishing is refused stays a draft, with the reasons said. When `parent` is None (deleted by somebody),
    nothing is added.
    """
    if parent is None:
        say(_("{key}: left out, the list it belongs to is gone").format(key=key))
        return
    with transaction.atomic():
        _add_as_draft(ledger, key, page, parent)
        refusal = publish(page)
        if not refusal:
            _backdate(page, days_ago, days_ago if updated_days_ago is None else updated_days_ago)
        ledger.remember(key, page)
    say(_("{key}: kept as a draft, {refusal}").format(key=key, refusal=refusal) if refusal else key)


def publish(page):
    """Publish the page as it stands; give the reasons (str) when that is refused, else an empty string."""
    revision = page.save_revision()
    try:
        with transaction.atomic():
            revision.publish()
    except ValidationError as error:
        return "; ".join(error.messages)
    page.refresh_from_db()
    return ""


def _add_as_draft(ledger, key, page, parent):
    language = key.split("/")[0]
    page.locale = Locale.objects.get(language_code=language)
    page.live = False
    page.has_unpublished_changes = True
    if original := original_page(ledger, key):
        page.translation_key = original.translation_key
    parent.add_child(instance=page)


def _backdate(page, days_ago, updated_days_ago):
    """Publishing has dated the page today; readers shall see dates as on a site that has grown."""
    first, last = (timezone.now() - timedelta(days=days) for days in (days_ago, updated_days_ago))
    dates = {"first_published_at": first, "last_published_at": last}
    if isinstance(page, MedicalPage):
        dates["materially_updated_on"] = timezone.localdate(last)
    type(page).objects.filter(pk=page.pk).update(**dates)
