"""Withdraw and lift: each one transaction, each in the history of every page it touches."""

from urllib.parse import unquote

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial.models import Withdrawal, WithdrawnPage

from .family import family_of


class AlreadyWithdrawnError(Exception):
    """Somebody withdrew the page before. `withdrawal`: the Withdrawal that stands."""

    message = _("Somebody has withdrawn this page meanwhile. Nothing was done twice.")

    def __init__(self, withdrawal):
        super().__init__(str(self.message))
        self.withdrawal = withdrawal


class AlreadyLiftedError(Exception):
    """Somebody lifted the withdrawal before."""

    message = _("Somebody has lifted this withdrawal meanwhile.")

    def __init__(self):
        super().__init__(str(self.message))


def open_withdrawal(page_id):
    """Give the newest Withdrawal under which the page with this primary key is off, else None."""
    rows = WithdrawnPage.objects.filter(page_id=page_id, withdrawal__lifted_at__isnull=True)
    row = rows.select_related("withdrawal").order_by("-pk").first()
    return row and row.withdrawal


@transaction.atomic
def withdraw(*, page, user, notices, keep=()):
    """Take `page`, its translations, aliases and copies off, with a notice for readers; give the Withdrawal.

    `notices`: {language code: words}, one for each language of the family; `keep`: ids of copies to be left.
    Raises AlreadyWithdrawnError.
    """
    family = family_of(page)
    _lock([item.pk for item in [*family.same, *family.copies]])
    if standing := open_withdrawal(page.pk):
        raise AlreadyWithdrawnError(standing)
    kept = set(keep)
    pages = [*family.same, *(item for item in family.copies if not {item.pk, item.alias_of_id} & kept)]
    withdrawal = Withdrawal.objects.create(
        page_id=page.pk, notice=notices[page.locale.language_code], withdrawn_by=user
    )
    WithdrawnPage.objects.bulk_create([_row(withdrawal, item, notices) for item in pages])
    _unpublish(pages, user)
    for item in pages:
        log(instance=item, action="editorial.withdrawal.made", user=user, data={"withdrawal": withdrawal.pk})
    return withdrawal


def _lock(ids):
    """Make others wait who publish or withdraw these pages: revisions first, as publishing takes them."""
    revisions = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in ids])
    for rows in (revisions, Page.objects.filter(pk__in=ids)):
        list(rows.select_for_update().order_by("pk").values_list("pk"))


def _row(withdrawal, page, notices):
    language = page.locale.language_code
    site_id, path = _address(page)
    return WithdrawnPage(
        withdrawal=withdrawal,
        page_id=page.pk,
        site_id=site_id,
        path=path,
        language=language,
        title=page.title,
        notice=notices.get(language, withdrawal.notice),
    )


def _address(page):
    """Give (site id, decoded path); the path is empty for a page that readers never saw."""
    parts = page.get_url_parts()
    if not parts or not parts[2]:
        return None, ""
    was_public = page.live or page.first_published_at
    return parts[0], unquote(parts[2]) if was_public else ""


def _unpublish(pages, user):
    """Sources before their aliases, which Wagtail takes off with them."""
    for item in sorted(pages, key=lambda item: bool(item.alias_of_id)):
        if live := Page.objects.filter(pk=item.pk, live=True).first():
            UnpublishPageAction(live.specific, user=user).execute(skip_permission_checks=True)


@transaction.atomic
def lift(*, withdrawal, user):
    """Let the pages of `withdrawal` be published again; publish nothing. Raises AlreadyLiftedError."""
    found = Withdrawal.objects.select_for_update().get(pk=withdrawal.pk)
    if found.lifted_at:
        raise AlreadyLiftedError
    found.lifted_at, found.lifted_by = timezone.now(), user
    found.save(update_fields=["lifted_at", "lifted_by"])
    for row in found.pages.select_related("page"):
        log(instance=row.page, action="editorial.withdrawal.lifted", user=user, data={"withdrawal": found.pk})
    return found


@transaction.atomic
def follow(page):
    """Put `page`, just made from a withdrawn one (copy, translation, alias), under that withdrawal too."""
    family = family_of(page)
    relatives = [item.pk for item in [*family.same, *family.copies] if item.pk != page.pk]
    rows = WithdrawnPage.objects.filter(page_id__in=relatives, withdrawal__lifted_at__isnull=True)
    for withdrawal in Withdrawal.objects.filter(pk__in=rows.values("withdrawal")):
        notices = dict(withdrawal.pages.exclude(notice="").values_list("language", "notice"))
        _row(withdrawal, page, notices).save()
