"""Redirects from addresses that can be kept: a page with a longer one still moves, and says what is lost."""

import logging

from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect

logger = logging.getLogger(__name__)
LONGEST = Redirect._meta.get_field("old_path").max_length


class FittingRedirectCreator(signal_handlers.BatchRedirectCreator):
    """Leaves out what does not fit into its column: PostgreSQL would refuse it and the whole move."""

    def pre_process(self):
        """Keep the redirects that fit; name the others in the log."""
        for redirect in self.items:
            if len(redirect.old_path) > LONGEST:
                logger.warning("No redirect from an address of %s characters", len(redirect.old_path))
        self.items = [redirect for redirect in self.items if len(redirect.old_path) <= LONGEST]
        if self.items:
            super().pre_process()


def leave_out_what_does_not_fit():
    """Let Wagtail use ours when pages move. Called once, when the site starts."""
    signal_handlers.BatchRedirectCreator = FittingRedirectCreator
