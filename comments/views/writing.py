"""Writing a comment or a reply. Refused input always comes back as it was typed."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from comments import challenge, guard, services
from comments.forms import CommentForm
from comments.models import BODY_LIMIT, ReaderComment
from comments.policy import policy_for
from comments.stamp import new_stamp, read_stamp
from comments.standing import email_key
from comments.text import clean_text, has_hidden_letters
from comments.writer import new_writer_key, remember_writer, writer_key
from freshness.kept import counted

from .common import find_page, page_or_404, refuse_outsiders, show


def _parent(page, comment_id):
    if comment_id is None:
        return None
    return get_object_or_404(ReaderComment.objects.approved(), pk=comment_id, page_id=page.pk)


def _answered(page_id, comment_id):
    return ReaderComment.objects.approved().filter(pk=comment_id, page_id=page_id).first()


def _form_context(page, parent, policy, form, consent):
    return {
        "target": page,
        "parent": parent,
        "form": form,
        "challenge": challenge.new_challenge() if challenge.is_needed(policy.settings) else None,
        "texts": policy.settings.text_for(get_language()),
        "consent": consent,
        "action": _action(page.pk, parent and parent.pk),
    }


def _action(page_id, parent_id):
    if parent_id:
        return reverse("comments:reply", args=[page_id, parent_id])
    return reverse("comments:new", args=[page_id])


def _hand_back(request, page, error, *, status):
    """Show the text again where it cannot be sent any more, so that the writer can keep it."""
    context = {"target": page, "message": error.message, "body": request.POST.get("body", "")}
    return show(request, "handed_back", context, status=status)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, page_id, comment_id=None):
    """GET: the form, a page of its own. POST: take the comment in, or give the text back with the reason."""
    if request.method == "POST":
        return _take(request, page_id, comment_id)
    page = page_or_404(request, page_id)
    policy = policy_for(page, request)
    if not policy.is_open:
        return show(request, "closed", {"target": page, "policy": policy}, status=403)
    parent = _parent(page, comment_id)
    consent = services.current_consent(language=get_language())
    form = CommentForm(initial={"stamp": new_stamp(page_id)})
    return show(request, "form", _form_context(page, parent, policy, form, consent))


def _take(request, page_id, comment_id):
    # Whoever stores the comment looks again whether the page is there.
    page = counted(f"page-to-comment-{page_id}", lambda: find_page(page_id))
    policy = policy_for(page, request) if page and page.live else None
    if policy is None or not policy.is_open:
        return _hand_back(request, page, services.CommentsClosedError, status=410)
    refuse_outsiders(request, page)
    parent = _answered(page_id, comment_id) if comment_id else None
    consent = services.current_consent(language=get_language())
    form = CommentForm(request.POST)
    if comment_id and parent is None:
        form.add_error(None, services.ParentGoneError.message)
    if not form.is_valid():
        danger = _danger(page, policy, form.data.get("body", ""))
        return _refuse(request, page, parent, policy, form, consent, danger=danger)
    return _submit(request, page, parent, policy, form, consent)


def _danger(page, policy, text):
    """Give the safeguarding level (0 to 4) of a text: help does not wait until the form is complete."""
    draft = guard.Draft(page=page, settings=policy.settings, name="", body=clean_text(text[:BODY_LIMIT]))
    return guard.safeguarding(draft).risk


def _submit(request, page, parent, policy, form, consent):
    draft = _draft(request, page, parent, policy, form)
    verdict = guard.examine(draft)
    for refusal in verdict.refusals:
        form.add_error(None, refusal.message)
    if verdict.refusals:
        return _refuse(request, page, parent, policy, form, consent, danger=verdict.risk)
    try:
        comment = services.post_comment(draft=draft, verdict=verdict, consent=consent)
    except services.ParentGoneError as gone:
        form.add_error(None, gone.message)
        return _refuse(request, page, None, policy, form, consent)
    except services.CommentsClosedError as closed:
        return _hand_back(request, page, closed, status=410)
    return _thank(request, comment, draft.writer_key)


def _draft(request, page, parent, policy, form):
    data = form.cleaned_data
    stamp = read_stamp(data["stamp"], page.pk)
    key = writer_key(request)
    return guard.Draft(
        page=page,
        settings=policy.settings,
        parent=parent,
        name=data["name"],
        email=data["email"],
        body=data["body"],
        hidden_letters=has_hidden_letters(form.data.get("name", "") + form.data.get("body", "")),
        language=get_language(),
        writer_key=key or new_writer_key(),
        email_confirmed=services.address_is_confirmed(key=email_key(data["email"]), writer_key=key),
        notify_replies=data["notify_replies"],
        challenge_solved=challenge.is_solved(data["altcha"]),
        network_key=services.network_key(request),
        honeypot=data["website"],
        form_age=stamp and stamp.age,
        form_key=stamp and stamp.key,
    )


def _refuse(request, page, parent, policy, form, consent, *, danger=0):
    """Show the form again with everything that was typed; a mark that went stale is replaced."""
    stamp = read_stamp(form.data.get("stamp", ""), page.pk)
    if not stamp or stamp.age > 3600:
        form.data = form.data.copy()
        form.data["stamp"] = new_stamp(page.pk)
    context = _form_context(page, parent, policy, form, consent) | {"danger": danger}
    return show(request, "form", context, status=422)


def _thank(request, comment, key):
    response = HttpResponseRedirect(
        reverse("comments:posted", args=[comment.page_id, comment.pk]), status=303
    )
    remember_writer(response, key)
    return response
