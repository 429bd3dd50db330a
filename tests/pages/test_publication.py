"""A publication that breaks off leaves nothing behind."""

import pytest
from wagtail.signals import page_published

from pages.models import StandardPage
from tests.pages.factories import make_standard_page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


class PowerCut(Exception):
    """The server ends in the middle of a publication."""


def test_what_breaks_off_after_the_page_was_saved_is_not_published(tree):
    def cut(**signal):
        raise PowerCut

    page = make_standard_page(tree.home, "Before")
    page.title = "After"
    revision = page.save_revision()
    page_published.connect(cut, weak=False, dispatch_uid="power-cut")
    try:
        with pytest.raises(PowerCut):
            revision.publish()
    finally:
        page_published.disconnect(dispatch_uid="power-cut")
    assert StandardPage.objects.get().title == "Before"
