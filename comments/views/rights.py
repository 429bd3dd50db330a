"""Pages behind the links in mails, and a reader's rights. GET only shows; the button does."""

from django.core import signing
from django.http import Http404, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from comments import services
from comments.forms import RightsForm
from comments.services.notices import CONFIRM_SALT, MAIL_SALT
from comments.writer import writer_key

from .common import sent, show

METHODS = ["GET", "HEAD", "POST"]


def _unsigned(token, salt):
    try:
        return signing.loads(token, salt=salt)
    except signing.BadSignature as error:
        raise Http404 from error


@csrf_protect
@require_http_methods(METHODS)
def about(request):
    """What happens to comments and data; POST mails the link to one's own comments."""
    form = RightsForm(sent(request))
    asked = request.method == "POST" and form.is_valid()
    if asked:
        services.ask_for_link(email=form.cleaned_data["email"])
    context = {
        "consent": services.current_consent(language=get_language()),
        "form": form,
        "asked": asked,
        "own_count": services.comments_of(writer_key=writer_key(request)).count(),
    }
    return show(request, "about", context, status=422 if form.errors else 200)


def _act(request, comments):
    """Do what the pressed button says; give a response, or the sentence key for the page."""
    action = request.POST.get("action")
    if action == "export":
        response = JsonResponse(
            services.export_personal_data(comments=comments), json_dumps_params={"ensure_ascii": False}
        )
        response["Content-Disposition"] = 'attachment; filename="reader-comments.json"'
        response["Cache-Control"] = "no-store"
        return response
    if action in ("erase", "anonymise"):
        return {"action": action, "done": getattr(services, action)(comments=comments)}
    return {}


@csrf_protect
@require_http_methods(METHODS)
def rights(request, token=""):
    """One's own comments, by the link in a mail or by this browser's key: copy, anonymise, erase."""
    key = services.read_token(token) if token else ""
    own = "" if token else writer_key(request)
    if not key and not own:
        return show(request, "rights", {"comments": None}, status=404 if token else 200)
    comments = services.comments_of(key=key or "", writer_key=own)
    outcome = _act(request, comments) if request.method == "POST" else {}
    if not isinstance(outcome, dict):
        return outcome
    return show(request, "rights", {"comments": comments.order_by("-pk")[:200], **outcome})


@csrf_protect
@require_http_methods(METHODS)
def confirm_mail(request, token):
    """Confirm an e-mail address: the link shows a button, the button confirms."""
    comment_id, key = _unsigned(token, CONFIRM_SALT)
    done = request.method == "POST" and services.confirm_address(comment_id=comment_id, key=key)
    return show(request, "confirm_mail", {"done": done, "failed": request.method == "POST" and not done})


@csrf_protect
@require_http_methods(METHODS)
def stop_mail(request, token):
    """End all mail to an address: the link shows a button, the button ends it."""
    key = _unsigned(token, MAIL_SALT)
    if request.method == "POST":
        services.stop_mail(key=key)
    return show(request, "stop_mail", {"done": request.method == "POST"})
