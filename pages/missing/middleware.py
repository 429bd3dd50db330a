"""Count what is not there. Acts on answers of 404 only, after redirects and withdrawals had their say."""

import logging

from django.db import DatabaseError, transaction

from .log import note_missing

logger = logging.getLogger(__name__)


class MissingAddressMiddleware:
    """Note the address of every GET that ends in a 404. A database that cannot write costs the count only."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.method == "GET":
            self._note(request.path)
        return response

    def _note(self, path):
        try:
            with transaction.atomic():
                note_missing(path)
        except DatabaseError:
            logger.warning("A missing address could not be counted.", exc_info=True)
