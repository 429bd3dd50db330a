"""The edge at which a refusal becomes a message, wherever in the admin it arose."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from editorial.reviews.eligibility import ReviewRefused

from .messages import refusal_text
from .registry import GateRefused


class RefusalMiddleware:
    """Turn GateRefused and ReviewRefused in an admin view into a message. Nothing was changed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Give a redirect for a refusal in the admin, None for anything else."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if isinstance(exception, GateRefused):
            messages.error(request, refusal_text(exception))
        elif isinstance(exception, ReviewRefused):
            messages.error(request, str(exception))
        else:
            return None
        return _back_to(exception.page)


def _back_to(page):
    if page.pk:
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("wagtailadmin_explore_root")
