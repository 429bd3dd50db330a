"""A writer's own comments: what became of them, correcting, taking back."""

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from comments import guard, services
from comments.forms import CorrectionForm
from comments.models import Lane, ReaderComment, Status
from comments.policy import policy_for, site_settings
from comments.text import has_hidden_letters
from comments.writer import writer_key

from .common import page_or_404, sent, show


def _own(request, page_id):
    """Give the comments (queryset) this browser wrote under a page."""
    key = writer_key(request)
    mine = (
        ReaderComment.objects.filter(page_id=page_id, writer_key=key) if key else ReaderComment.objects.none()
    )
    return mine.select_related("page")


def own_waiting(request, page_id):
    """Give the comments (list) of this browser that wait under a page, newest first, ten at most."""
    return list(_own(request, page_id).filter(status=Status.PENDING).order_by("-pk")[:10])


def _own_or_404(request, page_id, comment_id):
    comment = _own(request, page_id).filter(pk=comment_id).first()
    if comment is None:
        raise Http404
    return comment


def _help(page, request):
    return site_settings(page, request).text_for(get_language())


@require_safe
def posted(request, page_id, comment_id):
    """What happens now with the comment just sent; only its writer sees the text while it waits."""
    page = page_or_404(request, page_id)
    comment = _own(request, page_id).filter(pk=comment_id).first()
    context = {
        "target": page,
        "comment": comment,
        "editable": comment and services.may_edit(comment, writer_key(request)),
        "danger": comment and comment.lane == Lane.SAFEGUARDING,
        "texts": _help(page, request),
    }
    return show(request, "posted", context)


@require_safe
def mine(request, page_id):
    """The writer's own comments that still wait, for the script to show in place."""
    page = page_or_404(request, page_id)
    return show(request, "mine", {"target": page, "waiting": own_waiting(request, page_id)})


def _examine(request, comment, body):
    page = comment.page.specific
    draft = guard.Draft(
        page=page,
        settings=policy_for(page, request).settings,
        name=comment.name,
        body=body,
        email=comment.email,
        email_confirmed=comment.email_confirmed,
        language=comment.language,
        writer_key=comment.writer_key,
        hidden_letters=has_hidden_letters(request.POST.get("body", "")),
        form_age=60.0,
        is_edit=True,
    )
    return guard.examine(draft)


def _correct(request, comment, form):
    """Write the correction; give an error sentence or None."""
    verdict = _examine(request, comment, form.cleaned_data["body"])
    if verdict.refusals:
        return verdict.refusals[0].message
    try:
        services.edit_comment(comment=comment, body=form.cleaned_data["body"], verdict=verdict)
    except services.ConflictError:
        return _("A moderator has just decided about this comment. It cannot be changed any more.")
    return None


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, page_id, comment_id):
    """Correct one's own comment within the minutes the site allows."""
    page = page_or_404(request, page_id)
    comment = _own_or_404(request, page_id, comment_id)
    form = CorrectionForm(sent(request), initial={"body": comment.body})
    context = {"target": page, "comment": comment, "form": form}
    if not services.may_edit(comment, writer_key(request)):
        return show(request, "too_late", context | {"body": request.POST.get("body", "")}, status=403)
    if request.method == "POST" and form.is_valid():
        error = _correct(request, comment, form)
        if error is None:
            return HttpResponseRedirect(reverse("comments:posted", args=[page_id, comment_id]), status=303)
        form.add_error(None, error)
    return show(request, "edit", context, status=422 if form.errors else 200)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request, page_id, comment_id):
    """Remove one's own comment. GET asks, POST does it."""
    page = page_or_404(request, page_id)
    comment = _own_or_404(request, page_id, comment_id)
    context = {"target": page, "comment": comment, "done": False}
    if request.method == "POST" and services.may_edit(comment, writer_key(request)):
        try:
            services.take_back(comment=comment)
            context["done"] = True
        except services.ConflictError:
            return show(request, "too_late", context, status=409)
    elif request.method == "POST":
        return show(request, "too_late", context, status=403)
    return show(request, "take_back", context)
