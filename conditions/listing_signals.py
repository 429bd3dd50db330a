"""A condition's names are filed anew in the A to Z when it or one of them is saved, moved or deleted."""

from django.db.models.signals import post_delete, post_save
from wagtail.signals import post_page_move

from .models import ConditionName, ConditionPage, file_soon


def connect():
    """Listen to what changes names, and where their condition stands."""
    post_save.connect(page_saved, sender=ConditionPage, dispatch_uid="file-saved-condition")
    post_save.connect(name_saved, sender=ConditionName, dispatch_uid="file-saved-name")
    post_delete.connect(name_deleted, sender=ConditionName, dispatch_uid="file-deleted-name")
    post_page_move.connect(page_moved, sender=ConditionPage, dispatch_uid="file-moved-condition")


def page_saved(instance, update_fields=None, raw=False, **_signal):
    """File a page whose title may be another one: keeping books of a draft changes none."""
    if not raw and (update_fields is None or "title" in update_fields):
        file_soon(instance.pk)


def name_saved(instance, raw=False, **_signal):
    """File the page that has the name."""
    if not raw:
        file_soon(instance.page_id)


def name_deleted(instance, origin, **_signal):
    """File the page, except when it is deleted with its names."""
    if getattr(origin, "model", type(origin)) is ConditionName:
        file_soon(instance.page_id)


def page_moved(instance, **_signal):
    """File the page in the list that it has come to."""
    file_soon(instance.pk)
