"""The edge at which a refusal becomes a message, wherever in the admin it arose."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from .messages import refusal_text
from .registry import GateRefused


class GateRefusedMiddleware:
    """Turn GateRefused in an admin view into a message on the page's form. Nothing was published."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Give a redirect to the page's form for GateRefused in the admin, None for anything else."""
        if not isinstance(exception, GateRefused) or not request.path.startswith(
            reverse("wagtailadmin_home")
        ):
            return None
        messages.error(request, refusal_text(exception))
        page = exception.page
        if page.pk:
            return redirect("wagtailadmin_pages:edit", page.pk)
        return redirect("wagtailadmin_explore_root")
