"""What keeps a withdrawn page off after the gate was asked, and when it is copied."""

from django.db.models.signals import post_save
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from editorial.gate import GateRefused, Problem
from editorial.gate.rules import is_not_withdrawn
from editorial.models import MedicalPage

from .services import follow

COPYING = {"wagtail.copy", "wagtail.copy_for_translation", "wagtail.create_alias"}


def connect():
    """Listen to publications and to the log of copies."""
    page_published.connect(refuse_withdrawn)
    post_save.connect(page_copied, sender=PageLogEntry)


def refuse_withdrawn(instance, **kwargs):
    """Undo a publication that the gate let through a moment before somebody withdrew the page."""
    if not isinstance(instance, MedicalPage):
        return
    if reasons := list(is_not_withdrawn(instance)):
        raise GateRefused(instance, [Problem("is_not_withdrawn", str(why), True) for why in reasons])


def page_copied(instance, created, **kwargs):
    """Withdraw a copy of a withdrawn page with it. `instance`: PageLogEntry."""
    if not created or instance.action not in COPYING:
        return
    page = instance.page.specific
    if isinstance(page, MedicalPage):
        follow(page)
