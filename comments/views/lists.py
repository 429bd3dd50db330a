"""Smaller screens of the desk: sanctions, answers about pages, the playbook."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import services
from comments.models import PageFeedback, Sanction
from comments.permissions import moderators_only

from .desk import crumbs

PER_PAGE = 50


def _list(request, template, title, rows):
    context = {
        "rows": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "breadcrumbs_items": crumbs(title),
        "header_title": title,
        "header_icon": "comment",
    }
    return render(request, f"comments/admin/{template}.html", context)


@moderators_only
@require_safe
def sanctions(request):
    """Whom moderators have banned, held or trusted, newest first."""
    rows = Sanction.objects.select_related("actor", "lifted_by", "comment").order_by("-pk")
    return _list(request, "sanctions", _("Bans and trust"), rows)


@moderators_only
@require_POST
def lift(request, sanction_id):
    """End a sanction now."""
    if services.lift(sanction_id=sanction_id, actor=request.user):
        messages.success(request, _("The sanction has ended."))
    return redirect(reverse("reader_comments:sanctions"))


@moderators_only
@require_safe
def feedback(request):
    """Readers' private answers about pages: open ones first, the urgent on top."""
    rows = PageFeedback.objects.filter(settled_at__isnull=True).select_related("page")
    return _list(request, "feedback", _("Answers about pages"), rows.order_by("-urgent", "pk"))


@moderators_only
@require_POST
def settle(request, feedback_id):
    """Mark an answer as dealt with."""
    if services.settle_feedback(feedback_id=feedback_id, actor=request.user):
        messages.success(request, _("Marked as dealt with."))
    return redirect(reverse("reader_comments:feedback"))


@moderators_only
@require_safe
def playbook(request):
    """What to do with a comment in the safeguarding lane."""
    return _list(request, "playbook", _("Safeguarding playbook"), [])
