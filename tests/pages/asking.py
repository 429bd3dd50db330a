"""Ask the site as a reader does, and count what the answer costs."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

PHRASES = re.compile(r'<span class="phrases">(.*?)</span>')


def queries_of(client, url):
    """Give the number (int) of queries of the second visit of `url`, which must answer 200."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def html_of(client, url):
    """Give the page (str) at `url`, which must answer 200; titles without the marks between words."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return PHRASES.sub(lambda found: found[1].replace("<wbr>", ""), response.content.decode())
