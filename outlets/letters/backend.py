"""Where all mail of the site leaves, Wagtail's too: settings name it as EMAIL_BACKEND."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation

from .colours import colours
from .reading import language_of, read_letter


class LetterBackend(BaseEmailBackend):
    """Adds the HTML part and hands the letter to the backend that LETTER_BACKEND names."""

    def __init__(self, fail_silently=False, **options):
        super().__init__(fail_silently=fail_silently)
        self.carrier = get_connection(settings.LETTER_BACKEND, fail_silently=fail_silently, **options)

    def open(self):
        """Open the connection; give whether this opened it (bool or None), as Django's backends do."""
        return self.carrier.open()

    def close(self):
        """Close the connection."""
        self.carrier.close()

    def send_messages(self, messages):
        """Send `messages` (list of EmailMessage); give how many went (int). Raises as the carrier does."""
        return self.carrier.send_messages([dressed(message) for message in messages])


def dressed(message):
    """Give `message` (EmailMessage) with its HTML part; one that has parts of its own stays as it is."""
    if message.content_subtype != "plain" or getattr(message, "alternatives", None):
        return message
    letter = EmailMultiAlternatives(
        message.subject,
        message.body,
        message.from_email,
        to=message.to,
        cc=message.cc,
        bcc=message.bcc,
        reply_to=message.reply_to,
        attachments=message.attachments,
        # Nobody's holiday reply should answer a machine (RFC 3834).
        headers={"Auto-Submitted": "auto-generated", **message.extra_headers},
    )
    letter.attach_alternative(drawn(message.subject, message.body), "text/html")
    return letter


def drawn(subject, text):
    """Give the HTML part (str) for a subject and a plain text."""
    with translation.override(language_of(text)):
        context = {"subject": subject, "parts": read_letter(text), "colours": colours()}
        return render_to_string("outlets/letter.html", context | {"site_name": settings.WAGTAIL_SITE_NAME})
