"""The second step: ask for it, set it up, renew the codes, leave it."""

import logging

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_totp.models import TOTPDevice

from protection.models import RecoveryCode

from .forms import CodeForm, PasswordForm, SetUpForm
from .sessions import end_sessions, own_sessions
from .state import NEEDED, STEP, complete, has_device, is_required, step_of

logger = logging.getLogger(__name__)


@never_cache
@sensitive_post_parameters()
@login_required
@transaction.atomic
def check(request):
    """The second step of signing in."""
    if step_of(request) != NEEDED:
        return HttpResponseRedirect(next_place(request))
    form = CodeForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        complete(request)
        logger.info("account %s passed the second step", request.user.pk)
        return HttpResponseRedirect(next_place(request))
    return render(request, "protection/check.html", {"form": form, "next": next_place(request)})


@never_cache
@sensitive_post_parameters()
@login_required
def set_up(request):
    """Connect an authenticator app; afterwards the recovery codes are shown, once."""
    if step_of(request) == NEEDED:
        return redirect("two_step_check")
    if has_device(request.user):
        return redirect("two_step")
    device = waiting_device(request.user)
    form = SetUpForm(request, device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return show_codes(request, confirm(request, device, form.cleaned_data["password"]))
    picture = segno.make(device.config_url, micro=False).svg_inline(scale=5, border=2, light="#fff")
    words = {
        "form": form,
        "picture": picture,
        "secret": secret_of(device),
        "required": is_required(request.user),
    }
    return render(request, "protection/set_up.html", words)


@transaction.atomic
def confirm(request, device, password):
    """Switch the second step on; give the recovery codes (list of str). Other sessions of the person end."""
    device.confirmed = True
    device.save()
    codes = RecoveryCode.renew(request.user)
    end_other_sessions(request, password)
    complete(request)
    logger.warning("account %s set up a second step", request.user.pk)
    return codes


def end_other_sessions(request, password):
    """Store the same password under a new salt: every session but this one is void."""
    request.user.set_password(password)
    request.user.save(update_fields=["password"])
    update_session_auth_hash(request, request.user)


@never_cache
@login_required
def overview(request):
    """Whether the second step is on, how many codes are left, what one may do."""
    words = {
        "on": has_device(request.user),
        "left": RecoveryCode.objects.filter(user=request.user).count(),
        "required": is_required(request.user),
    }
    return render(request, "protection/overview.html", words)


@never_cache
@sensitive_post_parameters()
@login_required
def renew(request):
    """New recovery codes; the old ones stop working."""
    return after_password(request, _("New recovery codes"), _("Show new codes"), give_new_codes)


def give_new_codes(request, password):
    """Show new codes to someone who has an authenticator."""
    if not has_device(request.user):
        return redirect("two_step")
    return show_codes(request, RecoveryCode.renew(request.user))


@never_cache
@sensitive_post_parameters()
@login_required
def leave(request):
    """Switch the second step off; whoever needs one sets up the next at once."""
    return after_password(request, _("Remove the authenticator"), _("Remove it"), remove)


@transaction.atomic
def remove(request, password):
    """Forget authenticator and codes."""
    TOTPDevice.objects.filter(user=request.user).delete()
    RecoveryCode.objects.filter(user=request.user).delete()
    end_other_sessions(request, password)
    request.session.pop(STEP, None)
    logger.warning("account %s removed the second step", request.user.pk)
    messages.success(request, _("The authenticator is removed."))
    return redirect("two_step")


def after_password(request, title, button, act):
    """Ask for the password under a `title` (str), then give what `act` (request, password) answers."""
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return act(request, form.cleaned_data["password"])
    return render(request, "protection/password.html", {"form": form, "title": title, "button": button})


def show_codes(request, codes):
    """Show recovery codes (list of str)."""
    return render(request, "protection/codes.html", {"codes": codes})


def waiting_device(user):
    """Give the authenticator (TOTPDevice) that waits for its first code; made when there is none."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return found or TOTPDevice.objects.create(user=user, name=settings.WAGTAIL_SITE_NAME, confirmed=False)


def secret_of(device):
    """Give the secret (str) as apps take it by hand, in groups of four."""
    text = device.config_url.partition("secret=")[2].partition("&")[0]
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def next_place(request):
    """Give where to go after signing in (str): a place of this site, else the admin's first page."""
    place = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure())
    return place if ours else reverse("wagtailadmin_home")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request):
    """GET: where this person is signed in. POST: end one session, or all but the present one."""
    key = request.session.session_key
    if request.method == "POST":
        ended = end_sessions(request.user, key, request.POST.get("session", "")[:64])
        logger.info("account %s ended %s of its sessions", request.user.pk, ended)
        message = ngettext("{count} session was ended.", "{count} sessions were ended.", ended)
        messages.success(request, message.format(count=ended))
        return redirect("own_sessions")
    return render(request, "protection/sessions.html", {"sessions": own_sessions(request.user, key)})
