"""Two addresses for load balancers and watchers. They tell no reasons: those are `manage.py doctor`'s."""

import logging

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .readiness import check_readiness

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request):
    """Say that this process answers. Touches neither database nor disk."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """Say as JSON which checks hold; status 503 when one does not, so that no visitor is sent here."""
    reasons = check_readiness()
    for name, reason in reasons.items():
        if reason:
            logger.error("not ready, %s: %s", name, reason)
    ready = not any(reasons.values())
    checks = {name: reason is None for name, reason in reasons.items()}
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)
