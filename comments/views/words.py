"""Word lists on the desk: a box to try a text, CSV in and out, what the spam score has learned."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from comments import guard, services, spam
from comments.models import CommentSettings, Lane, SpamModel, WordList
from comments.permissions import moderators_only, words_only
from comments.text import clean_line, clean_text, has_hidden_letters

from .desk import crumbs

# Rules that look at how a comment came, and those that count or store: not for a trial.
ABOUT_TEXT = (
    guard.safeguarding,
    *(rule for rule in guard.RULES if rule.__module__.rsplit(".", 1)[1] in {"words", "links", "personal"}),
    *(rule for rule in guard.RULES if rule.__module__.rsplit(".", 1)[1] in {"advice", "unicode", "spam"}),
)


def try_text(request, text):
    """Give the Verdict of the rules about text on `text`; nothing is stored or counted."""
    draft = guard.Draft(
        page=Page(pk=0),
        settings=CommentSettings.for_request(request),
        name=clean_line(request.POST.get("name", ""))[:80],
        body=clean_text(text),
        language=get_language(),
        hidden_letters=has_hidden_letters(text),
    )
    answers = [rule(draft) for rule in dict.fromkeys(ABOUT_TEXT)]
    return guard.Verdict([answer for answer in answers if answer.outcome != guard.Outcome.ALLOWED])


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def words(request):
    """The lists, and a box that says what would happen to a text."""
    text = request.POST.get("text", "")[:5000]
    verdict = try_text(request, text) if text.strip() else guard.Verdict()
    context = {
        "lists": WordList.objects.all(),
        "text": text,
        "name": request.POST.get("name", ""),
        "tried": bool(text.strip()),
        "verdict": verdict,
        "lane": Lane(verdict.lane).label if verdict.lane else "",
        "answers": [(guard.describe({"rule": a.rule, "detail": a.detail}), a) for a in verdict.answers],
        "learned": SpamModel.objects.defer("weights").order_by("-pk").first(),
        "can_learn": spam.can_learn(),
        "breadcrumbs_items": crumbs(_("Words and rules")),
        "header_title": _("Words and rules"),
        "header_icon": "comment",
    }
    return render(request, "comments/admin/words.html", context)


@words_only
@require_safe
def export_csv(request):
    """All word lists as a CSV file."""
    response = HttpResponse("\ufeff" + services.export_words(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="word-lists.csv"'
    return response


def _read_upload(request):
    upload = request.FILES.get("file")
    if upload is None:
        raise ValidationError(_("Choose a file first."))
    if upload.size > 1024 * 1024:
        raise ValidationError(_("The file is too large: one megabyte at most."))
    try:
        return upload.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("The file is not UTF-8 text.")) from error


@words_only
@require_POST
def import_csv(request):
    """Add the words of an uploaded CSV file; all or nothing."""
    try:
        count = services.import_words(text=_read_upload(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        sentence = ngettext("%(count)d word added.", "%(count)d words added.", count)
        messages.success(request, sentence % {"count": count})
    return redirect(reverse("reader_comments:words"))


@moderators_only
@require_POST
def learn(request):
    """Let the spam score learn from the decisions now."""
    try:
        model = spam.learn_from_decisions()
    except spam.TooFewDecisionsError:
        messages.warning(request, _("Not enough yet: it takes 30 spam and 30 good comments decided here."))
    except RuntimeError:
        messages.error(request, _("The library for learning (pyliblinear) is not installed."))
    else:
        facts = {"spam": model.spam_count, "good": model.ham_count}
        messages.success(request, _("Learned from %(spam)d spam and %(good)d good comments.") % facts)
    return redirect(reverse("reader_comments:words"))
