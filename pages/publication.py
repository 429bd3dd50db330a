"""A publication is one transaction: page, log, search, clock and picture, all of it or nothing.

Wagtail saves the page first and does the rest after its commit. A server that is killed in between would
leave a page whose shared picture, log and tasks are those of the version before, for good.
"""

from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction


def make_publications_whole():
    """Let Wagtail's publishing, of pages and of snippets, run inside one transaction."""
    PublishRevisionAction.execute = transaction.atomic(PublishRevisionAction.execute)
