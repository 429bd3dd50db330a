"""Telling moderators and writers. A link in a mail only shows a page; nothing happens before its button."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from comments.models import CommentReport, Lane, MailAddress
from comments.policy import site_settings
from comments.standing import email_key

from .mail import queue_mail

CONFIRM_SALT = "comments.confirm"
MAIL_SALT = "comments.mail"
ASK_AGAIN = timedelta(days=1)


def absolute(path):
    """Give the full address (str) of `path` on this site."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def desk_link(comment):
    """Give the full address of a comment on the moderation desk."""
    return absolute(reverse("reader_comments:comment", args=[comment.pk]))


def tell_moderators(comment, reason):
    """Mail the moderators at once about a report or a safeguarding comment. The text stays on the desk."""
    to = site_settings(comment.page).notice_addresses
    if not to:
        return
    labels = {**dict(Lane.choices), **dict(CommentReport.Reason.choices)}
    # Otherwise it would be in the language of the reader who happened to write.
    with translation.override(settings.LANGUAGE_CODE):
        context = {"comment": comment, "reason": str(labels[reason]), "link": desk_link(comment)}
        subject = _("Reader comment needs you now: %(reason)s") % {"reason": context["reason"]}
        queue_mail(to=to, subject=subject, body=render_to_string("comments/mail/moderators.txt", context))


def stop_link(email):
    """Give the full address of the page on which a reader can end all mail to `email`."""
    token = signing.dumps(email_key(email), salt=MAIL_SALT)
    return absolute(reverse("comments:stop_mail", args=[token]))


def thread_link(comment):
    """Give the lasting full address of a comment."""
    address = reverse("comments:thread", args=[comment.page_id, comment.pk])
    return absolute(f"{address}#comment-{comment.pk}")


def _takes_mail(comment):
    if not (comment.email and comment.email_confirmed):
        return False
    return not MailAddress.objects.filter(
        key=email_key(comment.email), unsubscribed_at__isnull=False
    ).exists()


def _tell_writer(comment, template, subject, **context):
    with translation.override(comment.language or settings.LANGUAGE_CODE):
        context |= {"comment": comment, "page": comment.page, "link": thread_link(comment)}
        context["stop"] = stop_link(comment.email)
        context["write"] = absolute(reverse("comments:new", args=[comment.page_id]))
        body = render_to_string(f"comments/mail/{template}.txt", context)
        queue_mail(to=[comment.email], subject=translation.gettext(subject), body=body)


def tell_about_decision(comment, action):
    """Mail the writer once that the comment appeared or was rejected; never on spam. Mail whom it answers."""
    decided = comment.log.filter(action__in=["approve", "reject"]).count()
    if action not in ("approve", "reject") or decided != 1:
        return
    if _takes_mail(comment):
        subject = _APPEARED if action == "approve" else _REJECTED
        _tell_writer(comment, action, subject, reason=comment.rejection)
    if action == "approve":
        tell_about_reply(comment)


_APPEARED = gettext_noop("Your comment has appeared")
_REJECTED = gettext_noop("Your comment was not published")
_REPLY = gettext_noop("Someone answered your comment")


def tell_about_reply(reply):
    """Mail the writer of the comment that `reply` answers, if they asked for it and confirmed the address."""
    parent = reply.parent
    if parent is None or not parent.notify_replies or not parent.is_public or not _takes_mail(parent):
        return
    if parent.writer_key and parent.writer_key == reply.writer_key:
        return
    _tell_writer(parent, "reply", _REPLY, reply=reply, reply_link=thread_link(reply))


def ask_to_confirm(comment):
    """Mail a request to confirm the address of a new comment, at most once a day to one address."""
    address, _created = MailAddress.objects.get_or_create(
        key=email_key(comment.email), defaults={"email": comment.email}
    )
    recently = address.asked_at and address.asked_at > timezone.now() - ASK_AGAIN
    if address.unsubscribed_at or recently:
        return
    address.asked_at = timezone.now()
    address.save(update_fields=["asked_at"])
    token = signing.dumps([comment.pk, email_key(comment.email)], salt=CONFIRM_SALT)
    link = absolute(reverse("comments:confirm_mail", args=[token]))
    context = {"comment": comment, "page": comment.page, "link": link, "stop": stop_link(comment.email)}
    body = render_to_string("comments/mail/confirm.txt", context)
    queue_mail(to=[comment.email], subject=_("Please confirm your e-mail address"), body=body)
