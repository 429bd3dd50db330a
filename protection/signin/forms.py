"""The forms of the first and the second step."""

import logging

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin.forms.auth import LoginForm

from protection.models import RecoveryCode

from .throttle import SECOND_STEP, count_failure, forget, key_of, keys, minutes_to_wait, refusal

logger = logging.getLogger(__name__)


class SignInForm(LoginForm):
    """Wagtail's form, which says so when one has to wait."""

    def clean(self):
        """Check name and password, unless there were too many failures."""
        minutes = minutes_to_wait(keys(self.request, self.cleaned_data.get("username")))
        if minutes:
            raise ValidationError(refusal(minutes), code="throttled")
        return super().clean()


class CodeField(forms.CharField):
    """A code as an authenticator shows it, or a recovery code."""

    def __init__(self, **options):
        super().__init__(max_length=64, **options)
        self.widget.attrs |= {"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}


class CodeForm(forms.Form):
    """The second step of signing in. `user`: who passed the first."""

    code = CodeField(
        label=_("Code"),
        help_text=_("The six digits that your authenticator app shows now, or one of your recovery codes."),
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        """Give the code. Raises ValidationError when it is wrong, or when one has to wait."""
        code, counted = self.cleaned_data["code"], second_step_keys(self.user)
        minutes = minutes_to_wait(counted)
        if minutes:
            raise ValidationError(refusal(minutes), code="throttled")
        if not is_right(self.user, code):
            count_failure(counted)
            logger.warning("account %s gave a wrong code", self.user.pk)
            raise ValidationError(_("This code is not right, or it is too old. Try the one shown now."))
        forget(counted[SECOND_STEP])
        return code


def second_step_keys(user):
    """Give the key (dict by Limit) under which wrong codes of a user are counted."""
    return {SECOND_STEP: key_of(SECOND_STEP, str(user.pk))}


def is_right(user, code):
    """Say whether a code (str) is an authenticator's of this moment, or an unused recovery code (bool)."""
    digits = "".join(code.split())
    devices = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True)
    if digits.isdecimal():
        return any(device.verify_token(digits) for device in devices)
    return RecoveryCode.use(user, code)


class PasswordForm(forms.Form):
    """Asks for the password once more, before something about signing in is changed."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Asked once more, so that nobody at an open screen can change this."),
    )

    def __init__(self, request, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self):
        """Give the password. Raises ValidationError when it is not that of the user, or one has to wait."""
        password, name = self.cleaned_data["password"], self.request.user.get_username()
        minutes = minutes_to_wait(keys(self.request, name))
        if minutes:
            raise ValidationError(refusal(minutes), code="throttled")
        if authenticate(self.request, username=name, password=password) != self.request.user:
            raise ValidationError(_("This is not your password."))
        return password


class SetUpForm(PasswordForm):
    """Confirms a new authenticator (`device`) by a code it shows."""

    code = CodeField(label=_("Code"), help_text=_("The six digits that the app shows now."))
    field_order = ["code", "password"]

    def __init__(self, request, device, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.device = device

    def clean_code(self):
        """Give the code. Raises ValidationError when the device does not show it."""
        code = "".join(self.cleaned_data["code"].split())
        if not (code.isdecimal() and self.device.verify_token(code)):
            raise ValidationError(_("This code is not right, or it is too old. Try the one shown now."))
        return code
