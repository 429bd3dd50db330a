"""Rules about how many comments come from one network and to one thread."""

from datetime import timedelta

from django.utils.translation import gettext as _

from comments.challenge import FLOOD, FLOOD_WINDOW, is_needed
from comments.rates import hit, hit_all

from .answers import ALLOWED, held, refused

PER_NETWORKS = [(5, timedelta(minutes=10)), (30, timedelta(days=1))]
PER_THREAD = (15, timedelta(minutes=10))
# Without a solved calculation a flood is let into the queue only up to so many times its threshold.
FLOOD_FACTOR = 5


def network_rate(draft):
    """Refuse when one network sends more than five comments in ten minutes or thirty a day.

    Counts what is sent anywhere on the site besides: `challenge` is about that.
    """
    if draft.is_edit:
        return ALLOWED
    limits = _limits(draft.network_key)
    counts = hit_all({FLOOD: FLOOD_WINDOW} | {key: per for key, (_limit, per) in limits.items()})
    draft.sent_to_site = counts[FLOOD]
    for key, (limit, _per) in limits.items():
        if counts[key] > limit:
            message = _("Many comments have come from your network. Please wait a while, then send again.")
            return refused("network_rate", message, str(limit))
    return ALLOWED


def _limits(network):
    """Give {key: (limit, per)} for the key (str) of a network; nothing where that is not known."""
    return {f"net{per.days}:{network}": (limit, per) for limit, per in PER_NETWORKS} if network else {}


def thread_rate(draft):
    """Hold when one thread, or one page's new threads, takes more than fifteen comments in ten minutes."""
    limit, per = PER_THREAD
    key = f"thread:{draft.parent.thread_id}" if draft.parent else f"page:{draft.page.pk}"
    count = hit(key, per=per)
    return held("thread_rate", str(count)) if count > limit else ALLOWED


def challenge(draft):
    """Under a flood, hold what came without the browser's calculation; refuse it when the flood is large."""
    if draft.is_edit or draft.challenge_solved or not is_needed(draft.settings, draft.sent_to_site - 1):
        return ALLOWED
    if draft.sent_to_site <= draft.settings.attack_posts * FLOOD_FACTOR:
        return held("challenge")
    message = _("Very many comments arrive at the moment. Please try again later, or switch on JavaScript.")
    return refused("challenge", message)
