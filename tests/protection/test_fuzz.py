"""Whatever is sent: never an error page. More examples: FUZZ_EXAMPLES=1000 pytest on this file."""

import os
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.pipeline import MAX_BYTES, Refused, decode, parse
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition
from tests.editorial.factories import make_user

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "8"))
fuzzed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES < 100,
    suppress_health_check=list(HealthCheck),
)
# What has broken searches, parsers and forms elsewhere; hypothesis mixes it with letters of every script.
NASTY = [
    *("\0", '"', 'a"b', "'", "\\", "%", "%00", "(", "AND OR NOT", "NEAR/", "*", ":", "-", "^", "<", "&#0;"),
    *(
        "-1",
        "0",
        "1e309",
        "9" * 30,
        "٣",
        "½",
        "NaN",
        "null",
        "[]",
        "{}",
        "../..",
        "//",
        "\r\n",
        "\u2028",
        "ﷺ",
    ),
    *("病", "椎间盘", "\u202e", "👩‍⚕️", "x " * 1200, "\ud7ff", "\ufffe", "1,2,3", "title", "*,-id", "_"),
]
anything = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), max_size=4).map("".join)
SEARCH = ("q", "type", "page", "condition", "treatment", "language", "sort")
API = ("fields", "type", "limit", "offset", "order", "search", "child_of", "slug", "locale", "title", "id")
INFOBUTTON = (
    "mainSearchCriteria.v.c",
    "mainSearchCriteria.v.cs",
    "mainSearchCriteria.v.dn",
    "subTopic.v.c",
    "informationRecipient.languageCode.c",
    "knowledgeResponseType",
    "taskContext.c.c",
)
LISTS = ("page", "letter", "group", "format", "condition", "p", "since", "limit")
PUBLIC = [
    ("/search/", SEARCH),
    ("/zh-hans/search/", SEARCH),
    ("/search/suggestions/", ("q",)),
    ("/api/v2/pages/", API),
    ("/infobutton", INFOBUTTON),
    ("/conditions/", LISTS),
    ("/articles/", LISTS),
    ("/changes.json", LISTS),
    ("/sitemap-pages.xml", LISTS),
]
ADMIN = [
    ("/admin/pages/search/", ("q", "content_type", "ordering", "p")),
    ("/admin/images/", ("q", "tag", "p", "collection_id", "ordering")),
    ("/admin/reader-comments/", ("q", "lane", "p", "status", "language")),
    ("/admin/reports/site-history/", ("action", "label", "user", "timestamp_from", "p")),
]
FORMS = {
    "/comments/{page}/new/": (
        "name",
        "email",
        "body",
        "consent",
        "stamp",
        "altcha",
        "website",
        "notify_replies",
    ),
    "/safety/{page}/report/": ("place", "text", "email", "website"),
    "/comments/{page}/feedback/": ("helpful", "problem", "text", "website"),
    "/comments/mine/": ("email",),
}


def values(names):
    """Give a strategy for values of some of the parameters `names`."""
    return st.dictionaries(st.sampled_from(names), anything, max_size=len(names))


@pytest.fixture
def article(tree):
    make_condition(tree.conditions, "Hip", slug="hip")
    return make_article(tree.articles, "Hip pain", slug="spine", tags=["spine"])


@pytest.fixture
def root(client, tree):
    """A superuser who is signed in at `client`."""
    client.force_login(make_user("root", is_superuser=True))


def broken(client, places, data):
    """Ask each of `places` (pairs of path and names) with values from `data`; give what broke (list)."""
    client.raise_request_exception = False
    found = []
    for path, names in places:
        address = f"{path}?{urlencode(data.draw(values(names), label=path))}"
        if client.get(address).status_code >= 500:
            found.append(address)
    return found


@pytest.mark.django_db
@fuzzed
@given(data=st.data())
def test_no_parameter_of_a_public_page_breaks_it(client, article, data):
    assert broken(client, PUBLIC, data) == []


@pytest.mark.django_db
@fuzzed
@given(data=st.data())
def test_no_parameter_of_the_admin_breaks_it(client, root, article, data):
    assert broken(client, ADMIN, data) == []


@pytest.mark.django_db
@fuzzed
@given(data=st.data())
def test_no_form_of_readers_breaks(client, article, data):
    client.raise_request_exception = False
    for place, names in FORMS.items():
        path = place.format(page=article.pk)
        sent = data.draw(values(names), label=path)
        assert client.post(path, sent).status_code < 500, (path, sent)


LINES = [
    "Menu",
    "Summary",
    "1. Rest",
    "• Relieves",
    "Dr. Jane Sample said",
    "<p>",
    "&amp;lt;",
    "一、治疗",
    "Home > A",
]
page_lines = st.lists(st.one_of(anything, st.sampled_from(LINES)), max_size=30)


@fuzzed
@given(raw=st.one_of(st.binary(max_size=400), page_lines.map(lambda lines: "\n".join(lines).encode("utf-8"))))
def test_no_file_breaks_the_importer(raw):
    assert len(raw) < MAX_BYTES
    try:
        parsed = parse(decode(raw)[0], "page.txt")
    except Refused:
        return
    assert parsed.title is not None
