"""Reading comments on pages of their own: all of a page, or one thread."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from comments.models import ReaderComment
from comments.policy import policy_for
from comments.threads import ORDERS, load_one_thread, load_threads

from .common import number, page_or_404, show
from .own import own_waiting


def _readable(request, page_id):
    page = page_or_404(request, page_id)
    policy = policy_for(page, request)
    if policy.is_off:
        raise Http404
    return page, policy


@require_safe
def comment_list(request, page_id):
    """All comments of a page, twenty threads at a time, in the order asked for."""
    page, policy = _readable(request, page_id)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else "oldest"
    threads = load_threads(page_id, order=order, cursor=number(request.GET.get("after", "")))
    context = {"target": page, "policy": policy, "threads": threads, "orders": ORDERS}
    return show(request, "list", context | {"waiting": own_waiting(request, page_id)})


@require_safe
def thread(request, page_id, comment_id):
    """The lasting address of a comment: its whole thread, with the comment marked."""
    page, policy = _readable(request, page_id)
    comment = get_object_or_404(ReaderComment, pk=comment_id, page_id=page_id, shown=True)
    threads = load_one_thread(comment, cursor=number(request.GET.get("after", "")))
    context = {"target": page, "policy": policy, "threads": threads, "marked": comment.pk}
    return show(request, "thread", context)
