"""Smaller screens of the desk: sanctions, answers about pages, the log, figures, the playbook."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import services
from comments.figures import counts_and_figures, moderator_figures
from comments.models import ModerationLogEntry, PageFeedback, Sanction
from comments.permissions import moderators_only

from .common import number
from .desk import crumbs

PER_PAGE = 50


def _list(request, template, title, rows, **more):
    context = {
        "rows": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "breadcrumbs_items": crumbs(title),
        "header_title": title,
        "header_icon": "comment",
        **more,
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
def log(request):
    """Everything that was done, newest first, a page at a time however long it is; nobody can change it."""
    # Comments are fetched by themselves: joined, SQLite would begin with them and sort the whole log.
    rows = (
        ModerationLogEntry.objects.select_related("actor").prefetch_related("comment__page").order_by("-pk")
    )
    cursor = number(request.GET.get("before", ""))
    if request.GET.get("by") == "people":
        rows = rows.filter(actor__isnull=False)
    entries = list((rows.filter(pk__lt=cursor) if cursor else rows)[: PER_PAGE + 1])
    context = {
        "entries": entries[:PER_PAGE],
        "next_before": entries[PER_PAGE - 1].pk if len(entries) > PER_PAGE else None,
        "by": request.GET.get("by"),
    }
    return _list(request, "log", _("What was done"), [], **context)


@moderators_only
@require_safe
def figures(request):
    """How the desk does, and who decided what."""
    context = {"figures": counts_and_figures()[1], "people": moderator_figures()}
    return _list(request, "figures", _("Figures"), [], **context)


@moderators_only
@require_safe
def playbook(request):
    """What to do with a comment in the safeguarding lane."""
    return _list(request, "playbook", _("Safeguarding playbook"), [])
