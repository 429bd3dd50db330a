"""Figures for Prometheus: requests of the server's processes, checks, scheduled jobs, the queue.

Needs requirements-extras.txt. With several processes PROMETHEUS_MULTIPROC_DIR names the folder in which they
add up; without it each answer tells of the process that gave it.
"""

import os
import time

from django.utils import timezone

from .jobs import job_states
from .readiness import check_lateness, check_readiness, waits_since

try:
    import prometheus_client as prometheus
    from prometheus_client import core, multiprocess
except ImportError:
    prometheus = None

if prometheus:
    REQUESTS = prometheus.Histogram(
        "healthsite_request_seconds",
        "Requests that reached Django, by method and status",
        ["method", "status"],
    )
METHODS = {"GET", "HEAD", "POST"}


class CountRequests:
    """Measures each request; kept pages are answered before it, and counted by nginx."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.perf_counter()
        response = self.get_response(request)
        if prometheus:
            method = request.method if request.method in METHODS else "other"
            status = f"{response.status_code // 100}xx"
            REQUESTS.labels(method, status).observe(time.perf_counter() - began)
        return response


class State:
    """What the database and the disk tell, asked when the figures are."""

    def collect(self):
        """Give Prometheus's families of figures."""
        yield self._checks()
        yield from self._jobs()
        since = waits_since()
        waits = (timezone.now() - since).total_seconds() if since else 0
        yield _gauge("healthsite_task_wait_seconds", "Waiting time of the oldest task", waits)

    def _checks(self):
        reasons = check_readiness()
        reasons |= {} if any(reasons.values()) else check_lateness()
        checks = _gauge("healthsite_check", "1 where a check of /readyz holds")
        for name, reason in reasons.items():
            checks.add_metric([name], int(reason is None))
        return checks

    def _jobs(self):
        last = _gauge("healthsite_job_last_success_timestamp_seconds", "When a job last came to a good end")
        took = _gauge("healthsite_job_seconds", "How long the last run of a job took")
        for state in job_states():
            if state.done:
                last.add_metric([state.job.name], state.done.ended.timestamp())
            if state.seconds is not None:
                took.add_metric([state.job.name], state.seconds)
        return last, took


def _gauge(name, text, value=None):
    family = core.GaugeMetricFamily
    return family(name, text, value=value) if value is not None else family(name, text, labels=["name"])


def figures():
    """Give all figures in Prometheus's text format (bytes)."""
    registry = prometheus.CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)
    else:
        registry.register(REQUESTS)
    registry.register(State())
    return prometheus.generate_latest(registry)
