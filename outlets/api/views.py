"""The endpoint of pages: what everybody may read, and nothing else, whoever asks."""

from urllib.parse import urljoin

from django.core.exceptions import ValidationError
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page, Site

from pages.visibility import pages_of, restricted, visible

from .fields import DETAILS, FIELDS, PREFETCHED, listed_names

BIGGEST = 2**31 - 1


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Live pages that need no login and no password, with grades, dates, labels, citations and codes.

    A staff member who is logged in gets the same answer as everybody, so that it can be kept by caches.
    """

    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"site"}
    renderer_classes = [JSONRenderer]
    authentication_classes = []
    permission_classes = []
    # The source of an alias may be a draft.
    meta_fields = [name for name in PagesAPIViewSet.meta_fields if name != "alias_of"]
    detail_only_fields = [
        *PagesAPIViewSet.detail_only_fields,
        *dict.fromkeys(field.name for fields in DETAILS.values() for field in fields),
    ]

    @property
    def plain_request(self):
        """Django's own request, on which Wagtail remembers where its sites are."""
        return self.request._request

    def get_base_queryset(self):
        """Give the public pages (PageQuerySet) of this site in all its languages."""
        site = Site.find_for_request(self.plain_request)
        return visible(pages_of(site), self.plain_request) if site else Page.objects.none()

    def get_queryset(self):
        """Give the pages asked for, with what a list of their type shows fetched at once."""
        found = super().get_queryset().select_related("locale", "content_type")
        return found.prefetch_related(*PREFETCHED.get(found.model, []))

    def check_query_parameters(self, queryset):
        """Raise BadRequestError for an unknown parameter, and for a text that no database takes."""
        if any("\0" in value for values in self.request.GET.lists() for value in [values[0], *values[1]]):
            raise BadRequestError("a parameter holds a NUL character")
        super().check_query_parameters(queryset)

    def get_object(self):
        """Give the specific page; raise BadRequestError for a number that no page can have."""
        if self.kwargs["pk"] > BIGGEST:
            raise BadRequestError("no page has a number like this")
        return super().get_object()

    def handle_exception(self, exc):
        """Give the answer to a question that could not be read: 400 with its reason."""
        refused = isinstance(exc, ValidationError)
        return super().handle_exception(BadRequestError(" ".join(exc.messages)) if refused else exc)

    def whole(self, url):
        """Give `url` (str) with scheme and host, None for an empty one."""
        return urljoin(self.plain_request.build_absolute_uri("/"), url) if url else None

    def is_public(self, page):
        """Whether everybody may read `page` (bool), without a query."""
        paths = restricted(self.plain_request) and self.plain_request._restricted_paths
        return page.live and not any(page.path.startswith(path) for path in paths)

    @classmethod
    def get_body_fields(cls, model):
        """Give Wagtail's fields and ours ([APIField])."""
        return [*super().get_body_fields(model), *FIELDS.get(model, []), *DETAILS.get(model, [])]

    @classmethod
    def get_listing_default_fields(cls, model):
        """Give the names (list of str) of what a list shows unasked."""
        return [*super().get_listing_default_fields(model), *listed_names(model)]


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PublicPagesAPIViewSet)
