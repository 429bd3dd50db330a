"""Telling those who decide that a report came in. The mail holds a link, nothing a reader wrote."""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.models import User

DECIDE = "editorial.decide_safetyreport"


def deciders():
    """Give the active users with an address who may decide on reports; administrators when there is none."""
    people = User.objects.exclude(email="").select_related("wagtail_userprofile")
    holders = people.filter(pk__in=User.objects.with_perm(DECIDE, include_superusers=False))
    return list(holders) or list(people.filter(is_active=True, is_superuser=True))


def tell_deciders(report_id):
    """Send each of them one mail in their own language. Raises what the mail server raises."""
    messages = [_message(user, report_id) for user in deciders()]
    if messages:
        get_connection().send_messages(messages)


def _message(user, report_id):
    profile = getattr(user, "wagtail_userprofile", None)
    with translation.override(profile.get_preferred_language() if profile else settings.LANGUAGE_CODE):
        link = settings.WAGTAILADMIN_BASE_URL + reverse("safety_desk:report", args=[report_id])
        return EmailMessage(
            _("A reader reported a danger"),
            render_to_string("editorial/mail/danger.txt", {"link": link}),
            to=[user.email],
        )
