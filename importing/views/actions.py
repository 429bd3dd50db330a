"""What the buttons of the file screen do. Each needs the right to edit the page that it changes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from importing import services
from importing.forms import TitleForm
from importing.models import ImportedFile, MatchProposal
from importing.permissions import importers_only, may_edit
from importing.pipeline import Refused
from importing.services.decisions import DECISIONS


@importers_only
@require_POST
def decide(request, proposal_id, decision):
    """Confirm or reject a proposed match, or make a page of its own."""
    proposal = get_object_or_404(MatchProposal.objects.select_related("page"), pk=proposal_id)
    if decision not in DECISIONS:
        raise Http404
    if proposal.page and not may_edit(request.user, proposal.page):
        raise PermissionDenied
    if not proposal.is_open:
        messages.info(request, _("Somebody has decided this already."))
    else:
        services.decide_match(proposal, decision=decision, user=request.user)
        messages.success(request, _("Done: %(name)s.") % {"name": proposal.name})
    return redirect("importing:file", proposal.file_id)


@importers_only
@require_POST
def act(request, file_id, action):
    """Confirm the title, decide about its language, or take the address in plain letters."""
    file = get_object_or_404(ImportedFile.objects.select_related("page"), pk=file_id, page__isnull=False)
    if action not in ACTIONS:
        raise Http404
    if not may_edit(request.user, file.page):
        raise PermissionDenied
    try:
        messages.success(request, ACTIONS[action](request, file))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("importing:file", file.pk)


def _confirm_title(request, file):
    services.confirm_title(file, user=request.user, title=_title(request))
    return _("The title is confirmed.")


def _translate_title(request, file):
    services.translate_title(file, title=_title(request), user=request.user)
    return _("The title was changed.")


def _keep_title(request, file):
    services.keep_title(file, user=request.user)
    return _("The title stays in its own language.")


def _begin_translation(request, file):
    copy = services.begin_translation(file, user=request.user)
    return _("A draft was begun in %(language)s.") % {"language": copy.locale.get_display_name()}


def _use_plain_address(request, file):
    services.use_plain_address(file, user=request.user)
    return _("The address was changed.")


def _keep_old_address(request, file):
    address = request.POST.get("address", "")
    services.keep_old_address(file, address=address, publisher=request.user)
    return _("The old address is kept.") if file.old_address else _("The old address was taken out.")


def _title(request):
    form = TitleForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Please write a title of at most 255 characters."))
    return form.cleaned_data["title"]


ACTIONS = {
    "confirm-title": _confirm_title,
    "translate-title": _translate_title,
    "keep-title": _keep_title,
    "begin-translation": _begin_translation,
    "plain-address": _use_plain_address,
    "old-address": _keep_old_address,
}
