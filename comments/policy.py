"""Whether a page takes comments and shows them. The one place that knows."""

import enum
from dataclasses import dataclass
from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.models import Site

from freshness.clock import is_over
from freshness.kept import kept

from .mixins import CommentsMixin
from .models import CommentSettings

INHERIT = CommentsMixin.CommentsMode.INHERIT


class State(enum.StrEnum):
    """What a reader meets under a page."""

    OPEN = "open"
    CLOSED = "closed"
    OFF = "off"


@dataclass(frozen=True)
class Policy:
    """The state of a page's comments and the site's rules that go with it."""

    state: State
    settings: CommentSettings

    @property
    def is_open(self):
        """Whether new comments are taken (bool)."""
        return self.state == State.OPEN

    @property
    def is_off(self):
        """Whether nothing about comments is shown (bool)."""
        return self.state == State.OFF


def commentable_models():
    """Give the page classes (list) that take on CommentsMixin."""
    return [model for model in apps.get_models() if issubclass(model, CommentsMixin)]


def site_settings(page, request=None):
    """Give the CommentSettings of the page's site; for a request (its site's) they are kept."""
    if request is not None:
        site = Site.find_for_request(request)
        return kept(f"comment-settings-{site.pk}", lambda: CommentSettings.for_site(site))
    site = page.get_site()
    return CommentSettings.for_site(site) if site else CommentSettings()


def _section_choices(page):
    """Give (mode, open until) of the sections above `page`, nearest first, in one query."""
    # By their paths alone: what is kept from this page must not depend on it, but serve those beside it.
    paths = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    queries = [
        model.objects.filter(path__in=paths)
        .order_by()
        .values_list("depth", "comments_mode", "comments_open_until")
        for model in commentable_models()
    ]
    if not queries:
        return []
    rows = queries[0].union(*queries[1:], all=True)
    return [row[1:] for row in sorted(rows, key=lambda row: -row[0])]


def _chosen(page):
    """Give (mode, open until) as set on the page or the nearest section that says something."""
    own = (page.comments_mode, page.comments_open_until)
    if own[0] != INHERIT:
        return own
    above = page.path[: -page.steplen]
    for mode, until in kept(f"comment-sections-{above}", lambda: _section_choices(page)):
        if mode != INHERIT or until:
            return mode, own[1] or until
    return own


def _is_over(page, until, settings):
    days, start = settings.close_after_days, page.first_published_at
    last = timezone.localdate(start) + timedelta(days=days) if days and start else None
    return is_over(until) or is_over(last)


def policy_for(page, request=None):
    """Give the Policy of a page.

    `page`: an instance of its own class (`page.specific`); a class without CommentsMixin has comments off.
    Costs no query beyond the settings of the site: what the sections above say is kept.
    """
    settings = site_settings(page, request)
    if not isinstance(page, CommentsMixin):
        return Policy(State.OFF, settings)
    mode, until = _chosen(page)
    state = State(settings.default_mode if mode == INHERIT else mode)
    if state == State.OPEN and (not page.live or _is_over(page, until, settings)):
        state = State.CLOSED
    return Policy(state, settings)
