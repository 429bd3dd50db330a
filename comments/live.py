"""The comments section of a page, on the page and when a stored page is filled."""

from django.apps import apps
from django.template.loader import render_to_string

from .policy import policy_for
from .threads import ORDERS, load_threads


def section(page, request):
    """Give the HTML (safe str) of the comments section of `page` (specific instance)."""
    return render_to_string("comments/_section.html", _context(page, request))


def comments_section(about, request):
    """Give the same for `about`: the page's model and primary key, such as "articles.articlepage:7"."""
    model, _colon, pk = about.partition(":")
    return section(apps.get_model(model).objects.get(pk=pk), request)


def _context(page, request):
    policy = policy_for(page, request)
    if policy.is_off:
        return {"policy": policy}
    return {"policy": policy, "target": page, "threads": load_threads(page.pk), "orders": ORDERS}
