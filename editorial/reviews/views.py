"""What a reviewer sees after an answer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.models import TaskState


def answered(request, pk):
    """Say what the answer at the task state `pk` (int) did, and lead to the dashboard.

    Raises Http404 unless the answer is this person's own.
    """
    state = get_object_or_404(TaskState, pk=pk, finished_by=request.user)
    title = state.revision.object_str
    if state.status == TaskState.STATUS_APPROVED:
        messages.success(request, _("You have signed the medical review of “%(title)s”.") % {"title": title})
    else:
        messages.success(
            request, _("“%(title)s” goes back to its editors with your note.") % {"title": title}
        )
    return redirect("wagtailadmin_home")
