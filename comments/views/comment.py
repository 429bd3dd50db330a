"""One comment on the moderation desk: everything about it, and every action on it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments import desk, services
from comments.models import BODY_LIMIT, CannedReply, Lane, ReaderComment, Sanction
from comments.permissions import moderators_only
from comments.text import clean_text

from .common import number
from .desk import crumbs

PART = "X-Desk-Part"


def _comment(comment_id):
    rows = ReaderComment.objects.select_related("page", "parent", "user", "claimed_by", "first_approver")
    return get_object_or_404(rows, pk=comment_id)


def _context(request, comment):
    counts, latest = desk.writer_history(comment)
    before, after = desk.thread_around(comment)
    return {
        "comment": comment,
        "before": before,
        "after": after,
        "history": [(ReaderComment(status=key).get_status_display(), n) for key, n in counts.items()],
        "latest": latest,
        "sanctions": desk.sanctions_about(comment),
        "reports": comment.reports.order_by("-pk")[:20],
        "log": comment.log.select_related("actor").order_by("-pk")[:20],
        "canned": desk.canned_for(comment),
        "personal": services.personal_words(comment),
        "other": services.claimed_by_other(comment, request.user),
        "kinds": Sanction.Kind.choices,
        "targets": Sanction.Target.choices,
        "safeguarding": comment.lane == Lane.SAFEGUARDING,
    }


def _show(request, comment, *, status=200, error=""):
    context = _context(request, comment) | {"error": error}
    if request.headers.get(PART) == "1":
        return render(request, "comments/admin/_panel.html", context, status=status)
    context |= {
        "breadcrumbs_items": crumbs(comment.name or _("A reader")),
        "header_title": _("Reader comment"),
        "header_icon": "comment",
    }
    return render(request, "comments/admin/comment.html", context, status=status)


@moderators_only
@require_safe
def show(request, comment_id):
    """One comment in its context. Reading it changes nothing."""
    return _show(request, _comment(comment_id))


def _decide(action):
    def run(request, seen):
        services.decide(**seen, action=action, reason=request.POST.get("reason", "")[:500])

    return run


def _redact(request, seen):
    body = clean_text(request.POST.get("body", ""))
    if not body or len(body) > BODY_LIMIT:
        raise ValidationError(_("Leave at least a word, or remove the comment."))
    services.redact(**seen, body=body, reason=request.POST.get("reason", "")[:500])


def _redact_found(request, seen):
    services.redact_found(**seen)


def _reply(request, seen):
    body = request.POST.get("reply", "")[:BODY_LIMIT]
    canned = number(request.POST.get("canned", ""))
    if not body.strip() and canned:
        body = CannedReply.objects.filter(pk=canned).values_list("text", flat=True).first() or ""
    services.reply_as_staff(**seen, body=body)


def _sanction(request, seen):
    services.sanction(
        comment=_comment(seen["comment_id"]),
        actor=seen["actor"],
        kind=_one_of(request, "kind", Sanction.Kind),
        target=_one_of(request, "target", Sanction.Target),
        reason=request.POST.get("reason", "").strip()[:500],
        days=number(request.POST.get("days", ""), digits=4),
    )


def _one_of(request, name, choices):
    if request.POST.get(name) not in choices.values:
        raise ValidationError(_("Choose one of the offered values."))
    return request.POST[name]


def _claim(request, seen):
    services.claim(comment_id=seen["comment_id"], actor=seen["actor"])


def _undo(request, seen):
    if services.undo(**seen) is None:
        raise ValidationError(_("There is nothing to undo."))


ACTIONS = {
    **{action: _decide(action) for action in services.OUTCOMES},
    "redact": _redact,
    "redact_found": _redact_found,
    "reply": _reply,
    "sanction": _sanction,
    "claim": _claim,
    "undo": _undo,
}


def _run(request, comment_id, action):
    """Run one action; give (HTTP status, sentence for the moderator, empty when all went well)."""
    version = number(request.POST.get("version", ""), digits=9)
    if version is None:
        return 400, _("The form is not complete. Load the page again.")
    seen = {"comment_id": comment_id, "version": version, "actor": request.user}
    if action in ("sanction", "claim"):
        seen.pop("version")
    try:
        ACTIONS[action](request, seen)
    except services.ConflictError as conflict:
        return 409, conflict.sentence
    except services.SecondPersonNeededError:
        return 409, _("Somebody else must agree before this safeguarding comment is published.")
    except ValidationError as error:
        return 422, " ".join(error.messages)
    return 200, ""


@moderators_only
@require_POST
def act(request, comment_id):
    """Do one thing to one comment. 409 names the moderator who was faster; nothing is overwritten.

    Done from the context of another comment (`seen_from`, its id), it shows that context again.
    """
    action = request.POST.get("action", "")
    if action not in ACTIONS:
        return HttpResponseBadRequest(_("Unknown action."))
    get_object_or_404(ReaderComment, pk=comment_id)
    status, error = _run(request, comment_id, action)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(_facts(request, _comment(comment_id), error), status=status)
    place = number(request.POST.get("seen_from", "")) or comment_id
    if error:
        return _show(request, _comment(place), status=status, error=error)
    messages.success(request, _("Done. It can be undone below."))
    return redirect(reverse("reader_comments:comment", args=[place]))


def _facts(request, comment, error):
    other = services.claimed_by_other(comment, request.user)
    return {
        "error": error,
        "version": comment.version,
        "status": comment.get_status_display(),
        "lane": comment.lane,
        "claim": _("%(who)s is reading this") % {"who": other} if other else "",
    }
