"""Withdrawing and lifting inside Wagtail's admin."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies import ModelPermissionPolicy

from editorial.models import Withdrawal
from editorial.readable import find_medical_page
from pages.lists import one_page

from .family import family_of
from .forms import WithdrawForm
from .services import AlreadyLiftedError, AlreadyWithdrawnError, lift, open_withdrawal, withdraw

WITHDRAW = "editorial.withdraw_page"


class WithdrawPolicy(ModelPermissionPolicy):
    """Who withdraws may see what is withdrawn: there is one permission, and it names the page."""

    def user_has_permission(self, user, action):
        """Whether `user` may withdraw (bool)."""
        return user.has_perm(WITHDRAW)


class WithdrawalIndexView(IndexView):
    """Every withdrawal, the newest first."""

    model = Withdrawal
    permission_policy = WithdrawPolicy(Withdrawal)
    any_permission_required = ["withdraw"]
    page_title = gettext_lazy("Withdrawn pages")
    header_icon = "no-view"
    index_url_name = "withdrawal_desk:withdrawals"
    index_results_url_name = "withdrawal_desk:withdrawal_results"
    paginate_by = 50
    columns = [
        TitleColumn(
            "page",
            label=gettext_lazy("Page"),
            accessor="page.title",
            get_url=lambda withdrawal: reverse("withdrawal_desk:withdrawal", args=[withdrawal.pk]),
        ),
        DateColumn("withdrawn_at", label=gettext_lazy("Withdrawn"), sort_key="withdrawn_at"),
        Column("withdrawn_by", label=gettext_lazy("By")),
        DateColumn("lifted_at", label=gettext_lazy("Lifted"), sort_key="lifted_at"),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page", "withdrawn_by")


@permission_required(WITHDRAW)
def withdraw_page(request, page_id):
    """GET: what will be taken off, and the notices. POST: take it off."""
    page = find_medical_page(page_id)
    if page is None:
        raise Http404
    if standing := open_withdrawal(page.pk):
        return redirect("withdrawal_desk:withdrawal", standing.pk)
    family = family_of(page)
    form = WithdrawForm(request.POST or None, family=family)
    if request.method == "POST" and form.is_valid():
        return _withdraw(request, page, form)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    header = _header(_("Withdraw"), (page.get_admin_display_title(), edit))
    context = {"target": page, "family": family, "form": form, **header}
    return render(request, "editorial/withdrawal/desk_withdraw.html", context)


def _withdraw(request, page, form):
    try:
        withdrawal = withdraw(page=page, user=request.user, notices=form.notices, keep=form.keep)
    except AlreadyWithdrawnError as before:
        messages.warning(request, str(before))
        return redirect("withdrawal_desk:withdrawal", before.withdrawal.pk)
    messages.success(request, _("The pages are off. Readers find the notice at their addresses."))
    return redirect("withdrawal_desk:withdrawal", withdrawal.pk)


@permission_required(WITHDRAW)
@require_safe
def withdrawal(request, withdrawal_id):
    """One withdrawal: who, when, which pages, the notices; and the button that lifts it."""
    found = get_object_or_404(
        Withdrawal.objects.select_related("page", "withdrawn_by", "lifted_by"), pk=withdrawal_id
    )
    pager = one_page(found.pages.select_related("page").order_by("pk"), request)
    header = _header(found.page.title, (_("Withdrawn pages"), reverse("withdrawal_desk:withdrawals")))
    return render(
        request, "editorial/withdrawal/desk_withdrawal.html", {"withdrawal": found, "pager": pager, **header}
    )


@permission_required(WITHDRAW)
@require_POST
def lift_withdrawal(request, withdrawal_id):
    """Lift; publishing stays a step of its own."""
    found = get_object_or_404(Withdrawal, pk=withdrawal_id)
    try:
        lift(withdrawal=found, user=request.user)
    except AlreadyLiftedError as before:
        messages.warning(request, str(before))
    else:
        messages.success(request, _("The withdrawal is lifted. Publish the pages that shall be read again."))
    return redirect("withdrawal_desk:withdrawal", found.pk)


def _header(title, above):
    label, url = above
    return {
        "header_title": title,
        "header_icon": "no-view",
        "breadcrumbs_items": [{"url": url, "label": label}, {"url": "", "label": title}],
    }
