"""What any reader may do: find a comment helpful, report it, say whether a page helped."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from comments import services
from comments.forms import FeedbackForm, ReportForm
from comments.models import ReaderComment
from comments.policy import policy_for, site_settings
from comments.writer import new_writer_key, remember_writer, writer_key

from .common import page_or_404, sent, show

METHODS = ["GET", "HEAD", "POST"]


def _comment(request, page_id, comment_id):
    page = page_or_404(request, page_id)
    if policy_for(page, request).is_off:
        raise Http404
    comment = get_object_or_404(ReaderComment.objects.approved(), pk=comment_id, page_id=page_id)
    return page, comment


def _who(request):
    """Give (key of this browser, key of its network); a browser without a key gets one."""
    return writer_key(request) or new_writer_key(), services.network_key(request)


@csrf_protect
@require_http_methods(METHODS)
def helpful(request, page_id, comment_id):
    """GET asks, POST counts the vote: once for each reader and each network."""
    page, comment = _comment(request, page_id, comment_id)
    context = {"target": page, "comment": comment, "done": False}
    if request.method != "POST":
        return show(request, "helpful", context)
    key, network = _who(request)
    counted = services.vote_helpful(comment=comment, writer_key=key, network_key=network)
    response = show(request, "helpful", context | {"done": True, "counted": counted})
    remember_writer(response, key)
    return response


@csrf_protect
@require_http_methods(METHODS)
def report(request, page_id, comment_id):
    """GET shows the form, POST takes the report; the answer is the same whether or not it counted."""
    page, comment = _comment(request, page_id, comment_id)
    form = ReportForm(sent(request))
    context = {"target": page, "comment": comment, "form": form, "done": False}
    if request.method != "POST" or not form.is_valid():
        return show(request, "report", context, status=422 if form.errors else 200)
    key, network = _who(request)
    services.report_comment(comment_id=comment.pk, **form.cleaned_data, writer_key=key, network_key=network)
    response = show(request, "report", context | {"done": True})
    remember_writer(response, key)
    return response


@csrf_protect
@require_http_methods(METHODS)
def feedback(request, page_id):
    """A private word about a page: helpful or not, and what was wrong."""
    page = page_or_404(request, page_id)
    form = FeedbackForm(sent(request))
    context = {"target": page, "form": form, "done": False}
    if request.method == "POST" and form.is_valid():
        settings = site_settings(page, request)
        row, danger = services.take_feedback(
            page=page,
            form=form,
            settings=settings,
            language=get_language(),
            network_key=services.network_key(request),
        )
        context |= {"done": True, "row": row, "danger": danger, "texts": settings.text_for(get_language())}
    return show(request, "feedback", context, status=422 if form.errors else 200)
