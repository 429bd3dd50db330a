"""The headers that tell browsers what a page of this site may do, and that nobody else may use it.

Values follow the MDN HTTP Observatory (mdn-http-observatory 1.4.8) and OWASP ASVS 5.0, chapter V3.4.
"""

from csp.middleware import CSPMiddleware
from django.conf import settings

FIXED = {
    "Cross-Origin-Embedder-Policy": "credentialless",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "X-Permitted-Cross-Domain-Policies": "none",
}
# Files that somebody uploaded may be shown, and do nothing.
FILE_POLICY = {"default-src": ["'none'"], "sandbox": True}


class HeadersMiddleware:
    """Add what Django does not: isolation from other sites, switched-off devices, no copies for staff."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        # Newsreaders and search engines show pictures of articles on their own pages.
        borrowed = request.path_info.startswith(settings.MEDIA_URL)
        reach = "cross-origin" if borrowed else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", reach)
        if is_private(request):
            response.headers["Cache-Control"] = "private, no-store"
        return response


def is_private(request):
    """Say whether an answer is for one person (bool): a member of staff's, or any page of the admin."""
    if request.path_info.startswith(settings.STATIC_URL):
        return False
    return is_admin(request) or settings.SESSION_COOKIE_NAME in request.COOKIES


def is_admin(request):
    """Say whether a request is for Wagtail's or Django's admin (bool)."""
    return request.path_info.startswith(settings.ADMIN_PLACES)


class PolicyMiddleware(CSPMiddleware):
    """The Content-Security-Policy: one for readers, a wider one for the admin, a shut one for files."""

    def get_policy_parts(self, request, response, report_only=False):
        """Give django-csp's PolicyParts for a request."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and is_admin(request):
            parts.update = settings.ADMIN_CONTENT_SECURITY_POLICY | (parts.update or {})
        elif not report_only and request.path_info.startswith(settings.MEDIA_URL):
            parts.config = FILE_POLICY
        return parts
