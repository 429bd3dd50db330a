"""Where the feeds are: each kind for the whole site, for a topic and for a condition."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .feed import PagesFeed
from .items import corrected, everything, new, on_condition, on_topic, updated

SECONDS_KEPT = 300

KINDS = [("new", _("New"), new), ("updated", _("Updated"), updated), ("corrected", _("Corrected"), corrected)]
SUBJECTS = [
    ("", "", everything),
    ("topics/<str:slug>/", "topic-", on_topic),
    ("conditions/<str:slug>/", "condition-", on_condition),
]


def view(heading, items, ask):
    """Give the view of one feed, which every cache may keep for a while."""
    return cache_control(public=True, max_age=SECONDS_KEPT)(require_safe(PagesFeed(heading, items, ask)))


app_name = "feeds"

urlpatterns = [
    path(f"{place}{kind}.xml", view(heading, items, ask), name=f"{subject}{kind}")
    for place, subject, ask in SUBJECTS
    for kind, heading, items in KINDS
]
