"""The moderation desk in Wagtail's admin: the queue and decisions about many."""

import re

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from comments import services
from comments.desk import DECIDED, LANES, lane_page
from comments.figures import counts_and_figures
from comments.models import CannedReply, Lane
from comments.permissions import moderators_only

from .common import number

CHOICE = re.compile(r"(\d{1,18})-(\d{1,9})")
KNOWN = {key for key, _label in LANES}


def keys_on(user):
    """Whether `user` has left the admin's keyboard shortcuts switched on (bool)."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile is None or profile.keyboard_shortcuts


def crumbs(*labels):
    """Give what Wagtail's slim header shows: the desk first, then `labels`."""
    items = [{"url": reverse("reader_comments:desk"), "label": _("Reader comments")}]
    return [*items, *({"url": "", "label": label} for label in labels)]


def _lane_asked(request, counts):
    """Give the lane in the address, else the most pressing one that is not empty."""
    asked = request.GET.get("lane", "")
    if asked in KNOWN:
        return asked
    return next((lane.key for lane in counts if lane.count and lane.key != Lane.SPAM), Lane.PENDING)


@moderators_only
@require_safe
def desk(request):
    """One lane of the desk, fifty comments at a time, each with its full text."""
    counts, figures = counts_and_figures()
    # The menu entry shows the same number on the same page: it need not count again.
    request.reader_comments_waiting = sum(item.count for item in counts if item.key != Lane.SPAM)
    lane = _lane_asked(request, counts)
    comments, next_after = lane_page(lane, cursor=number(request.GET.get("after", "")))
    context = {
        "counts": counts,
        "lane": lane,
        "decided": DECIDED,
        "comments": comments,
        "next_after": next_after,
        "canned": CannedReply.objects.all()[:50],
        "keys_on": keys_on(request.user),
        "figures": figures,
        "breadcrumbs_items": crumbs(),
        "header_title": _("Reader comments"),
        "header_icon": "comment",
    }
    return render(request, "comments/admin/desk.html", context)


def _choices(request):
    """Give (action, pairs of id and version): from one comment's own button or the ticked boxes."""
    one = request.POST.get("one", "")
    action, _colon, choice = one.partition(":") if one else (request.POST.get("action", ""), "", "")
    texts = [choice] if one else request.POST.getlist("comment")[:200]
    found = [CHOICE.fullmatch(text) for text in texts]
    return action, [(int(match[1]), int(match[2])) for match in found if match]


@moderators_only
@require_POST
def decide(request):
    """Decide one comment (its own button) or all ticked ones, then show the lane again."""
    action, choices = _choices(request)
    if action not in {*services.OUTCOMES, "undo"}:
        return HttpResponseBadRequest(_("Unknown action."))
    reason = request.POST.get("reason", "")[:500]
    count, refusals = services.decide_many(choices=choices, actor=request.user, action=action, reason=reason)
    _report(request, count, refusals)
    lane = request.POST.get("lane", "")
    return redirect(reverse("reader_comments:desk") + (f"?lane={lane}" if lane in KNOWN else ""))


def _report(request, count, refusals):
    if count:
        sentence = ngettext("%(count)d comment decided.", "%(count)d comments decided.", count)
        messages.success(request, sentence % {"count": count})
    elif not refusals:
        messages.warning(request, _("Tick at least one comment first."))
    for sentence in refusals:
        messages.error(request, sentence)
