"""What staff do with a missing address: redirect it, or never see it again."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page, Site

from pages.models import MissingAddress

from .suggesting import redirect_to, suggestions

allowed = permission_required("wagtailredirects.add_redirect", login_url="wagtailadmin_login")


class TargetForm(forms.Form):
    """The page to which an address leads from now on."""

    page = forms.ModelChoiceField(
        Page.objects.live(),
        widget=AdminPageChooser(),
        label=gettext_lazy("Page"),
        error_messages={"invalid_choice": gettext_lazy("Choose a page that is published.")},
    )


@allowed
def redirect_address(request, pk):
    """Ask for the page, the suggested one chosen beforehand; a POST makes the redirect."""
    row = get_object_or_404(MissingAddress, pk=pk)
    form = TargetForm(request.POST or None, initial={"page": suggestions([row]).get(row.pk)})
    if request.method == "POST" and form.is_valid():
        page = form.cleaned_data["page"]
        redirect_to(row, page, Site.find_for_request(request))
        messages.success(
            request, _("%(path)s now leads to “%(title)s”.") % {"path": row.path, "title": page.title}
        )
        return redirect("missing_addresses")
    return render(request, "pages/missing/redirect.html", {"form": form, "row": row})


@allowed
@require_POST
def ignore_address(request, pk):
    """Leave an address out of the report for good; it stays in the table so that it does not come back."""
    row = get_object_or_404(MissingAddress, pk=pk)
    MissingAddress.objects.filter(pk=row.pk).update(is_ignored=True)
    messages.success(request, _("%(path)s is not shown any more.") % {"path": row.path})
    return redirect("missing_addresses")
