"""Rules about text that was sent before."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Lane, ReaderComment, Status
from comments.standing import traces_of

from .answers import ALLOWED, held, refused

DAYS = 14
SHORTEST = 20
SPAM_COPIES = 3


def duplicates(draft):
    """Hand back what already stands under this page; hold what was sent elsewhere in the last two weeks."""
    if draft.is_edit or len(draft.body) < SHORTEST or not traces_of(draft).repeated:
        return ALLOWED
    since = timezone.now() - timedelta(days=DAYS)
    twins = ReaderComment.objects.filter(body_key=draft.body_key, created_at__gte=since)
    copies = list(twins.values_list("page_id", "status", "form_key")[:20])
    if any(key and key == draft.form_key for _page, _status, key in copies):
        return ALLOWED
    if any(page == draft.page.pk for page, _status, _key in copies):
        return refused(
            "duplicates", _("This text was already sent for this page. There is no need to repeat it.")
        )
    if not copies:
        return ALLOWED
    known_spam = any(status == Status.SPAM for _page, status, _key in copies)
    lane = Lane.SPAM if known_spam or len(copies) >= SPAM_COPIES else Lane.SUSPECT
    return held("duplicates", str(len(copies)), lane=lane)
