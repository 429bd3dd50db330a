"""Addresses for readers: report a danger, what happens next, the log of corrections."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from editorial.readable import find_medical_page, may_read
from pages.lists import one_page

from .corrections import public_corrections
from .forms import ReportForm
from .limits import too_many
from .parts import parts_of
from .services import receive_report


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, page_id):
    """GET: the form about one page. POST: take the report in, or give it back as typed with the reason."""
    page = find_medical_page(page_id)
    readable = page is not None and may_read(page, request)
    if request.method == "POST":
        return _take(request, page) if readable else _hand_back(request)
    if not readable:
        raise Http404
    form = ReportForm(parts=parts_of(page, request), initial={"place": request.GET.get("place", "")})
    return _show(request, page, form)


def _take(request, page):
    form = ReportForm(request.POST, parts=parts_of(page, request))
    if not form.is_valid():
        return _show(request, page, form, status=422)
    if too_many(request):
        form.add_error(
            None, _("Many reports came from your network within an hour. Please send yours a little later.")
        )
        return _show(request, page, form, status=429)
    data = form.cleaned_data
    receive_report(
        page=page, part=data["place"], text=data["text"], email=data["email"], language=get_language()
    )
    return HttpResponseRedirect(reverse("safety:thanks", args=[page.pk]), status=303)


def _show(request, page, form, *, status=200):
    context = {"target": page, "form": form}
    return render(request, "editorial/safety/report.html", context, status=status)


def _hand_back(request):
    """Show the words again where the page has gone meanwhile, so that the reader can keep them."""
    text = request.POST.get("text", "")
    if not text:
        raise Http404
    return render(request, "editorial/safety/handed_back.html", {"text": text}, status=410)


@require_safe
def thanks(request, page_id):
    """What happens with the report just sent, and where help is now."""
    page = find_medical_page(page_id)
    if page is None:
        raise Http404
    target = page if may_read(page, request) else None
    return render(request, "editorial/safety/thanks.html", {"target": target})


@require_safe
def corrections(request):
    """What was corrected in substance on the pages of this language, newest first."""
    pager = one_page(public_corrections(request, get_language()), request)
    rows = [(item, item.page.get_url(request)) for item in pager.object_list]
    return render(request, "editorial/safety/corrections.html", {"pager": pager, "rows": rows})
