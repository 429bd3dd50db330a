"""Addresses for load balancers and watchers. They tell no reasons: those are `manage.py doctor`'s."""

import logging

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import metrics as measured
from .readiness import check_lateness, check_readiness

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request):
    """Say that this process answers. Touches neither database nor disk."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """Say as JSON which checks hold; status 503 when one does not, so that no visitor is sent here.

    Where they hold it also says what is `late`; with `?all` that too makes a 503, for whoever wakes people.
    """
    reasons = check_readiness()
    ready = not any(reasons.values())
    late = check_lateness() if ready else {}
    for name, reason in {**reasons, **late}.items():
        if reason:
            logger.error("%s, %s: %s", "late" if name in late else "not ready", name, reason)
    well = ready and not ("all" in request.GET and any(late.values()))
    answer = {"ready": ready, "checks": _holds(reasons), "on_time": _holds(late)}
    return JsonResponse(answer, status=200 if well else 503)


def _holds(reasons):
    return {name: reason is None for name, reason in reasons.items()}


@never_cache
@require_safe
def metrics(request):
    """Give figures to Prometheus, which shows METRICS_TOKEN as a bearer's; not found where there is none."""
    if not (settings.METRICS_TOKEN and measured.prometheus):
        raise Http404
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not constant_time_compare(shown, settings.METRICS_TOKEN):
        raise PermissionDenied
    return HttpResponse(measured.figures(), content_type=measured.prometheus.CONTENT_TYPE_LATEST)
