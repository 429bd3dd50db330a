"""Whatever was typed: no error page, no markup, shown as typed or refused with a reason."""

import html
import re

import pytest
from django.template import Context, Template
from django.urls import reverse

from comments.forms import CommentForm
from comments.guard import Outcome
from comments.guard.spam import spam_score
from comments.models import CommentSettings, ReaderComment, WordList
from comments.templatetags.reader_comments import as_typed
from comments.text import clean_line, clean_text
from comments.views.words import ABOUT_TEXT
from tests.corpora import injections, naughty

from .factories import form_data, make_comment, make_draft

TAG = re.compile(r"<(?!/?p>|br>)")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite,
    pytest.mark.needs("data"),
]


@pytest.fixture
def send(client, article):
    """Post one comment as the script does, from no network, so that no limit stops it; give the response."""
    CommentSettings.objects.update(challenge=CommentSettings.Challenge.NEVER)
    address = reverse("comments:new", args=[article.pk])
    headers = {"X-Comments-Fragment": "1"}

    def run(**fields):
        return client.post(address, form_data(article, **fields), headers=headers, REMOTE_ADDR="")

    return run


def check(response, line):
    assert response.status_code in (303, 422), line
    if response.status_code == 422:
        assert "comment-errors" in response.content.decode(), line


def packed(lines, size=4900):
    """Give texts (str) of at most `size` characters that together hold every line: a post for each line
    would take minutes."""
    text = ""
    for line in lines:
        if len(text) + len(line) >= size:
            yield text
            text = ""
        text += line + "\n"
    yield text


@pytest.mark.parametrize("lines", [naughty, injections])
def test_every_line_is_taken_or_refused_with_a_reason(send, lines):
    texts = list(packed(lines()))
    for body in texts:
        check(send(body=body, name=body[:80]), body)
    stored = ReaderComment.objects.values_list("body", flat=True)
    assert len(stored) > len(texts) / 2
    for body in stored:
        assert clean_text(body) == body
        assert not TAG.search(as_typed(body)), body


@pytest.mark.parametrize("lines", [naughty, injections])
def test_lines_in_all_three_fields_at_once_come_back_as_typed(send, lines):
    for line in lines()[::60]:
        response = send(name=line[:80], email=line[:80], body=line)
        check(response, line)
        shown = html.unescape(response.content.decode())
        assert response.status_code == 303 or line.strip() in shown.replace("\r\n", "\n"), line


@pytest.mark.parametrize("lines", [naughty, injections])
def test_the_guard_answers_every_line_as_name_and_text(article, settings, lines):
    settings.COMMENTS_CLAIM_CHECKER = ""  # it reads the packed lines above
    lists = list(WordList.objects.filter(active=True))
    for line in lines():
        draft = make_draft(article, name=clean_line(line)[:80], body=clean_text(line)[:5000])
        draft.word_lists = lists
        for rule in {*ABOUT_TEXT} - {spam_score}:
            assert rule(draft).outcome in Outcome, line


def test_hostile_comments_are_text_on_every_screen_of_the_desk(desk_client, article):
    lines = [*naughty()[::10], *injections()[::25]]
    for body in packed(lines):
        reasons = [{"rule": "suspect_words", "detail": "script, alert, <img"}]
        fields = {"status": "pending", "lane": "suspect", "reasons": reasons}
        comment = make_comment(article, body=body, name=body[:80], **fields)
    for place in ("?lane=suspect", "log/", f"{comment.pk}/"):
        page = desk_client.get(f"/admin/reader-comments/{place}").content.decode()
        assert "&lt;" in page
        assert not re.search(r"<(?:script>|svg[ /]onload|img src=x|iframe src=\"?java)", page)


@pytest.mark.parametrize("lines", [naughty, injections])
def test_every_line_as_a_name_or_an_address_is_cleaned_or_refused(article, lines):
    typed = form_data(article)
    for line in lines():
        form = CommentForm({**typed, "name": line, "email": line})
        form.is_valid()
        assert form.errors.get("email") or re.fullmatch(r"[^\s<>]*", form.cleaned_data["email"]), line
        assert form.errors.get("name") or clean_line(line) == form.cleaned_data["name"], line


@pytest.mark.parametrize("lines", [naughty, injections])
def test_every_line_as_a_name_is_shown_as_text(article, lines):
    names = [clean_line(line)[:80] for line in lines()]
    template = Template("{% for name in names %}<bdi>{% firstof name %}</bdi>{% endfor %}")
    shown = template.render(Context({"names": names}))
    assert not re.search(r"<(?!/?bdi>)", shown)


def test_a_name_cannot_break_out_of_any_attribute(article):
    comment = ReaderComment(pk=1, page=article, name='"><script>x</script>', body="b", status="approved")
    template = Template('{% load i18n %}{% include "comments/_comment.html" %}')
    shown = template.render(Context({"comment": comment, "target": article, "policy": CommentSettings()}))
    assert "<script" not in shown
    assert "<bdi>&quot;&gt;&lt;script&gt;" in shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202eb", "ab"),
        ("zero\u200bwidth", "zerowidth"),
        ("Z" + "\u0301" * 30, "\u0179" + "\u0301" * 8),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("line\r\nbreak", "line\nbreak"),
        ("bell\x07", "bell"),
    ],
)
def test_only_what_hides_or_reorders_letters_is_taken_out(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(("length", "status"), [(5000, 303), (5001, 422)])
def test_five_thousand_characters_pass(send, length, status):
    assert send(body="字" * length).status_code == status


@pytest.mark.parametrize(
    "query", ["after=abc", "after=99999999999999999999", "after=-1", "order=%00", "after=\u0661"]
)
def test_no_query_breaks_the_list(client, article, query):
    assert client.get(f"/comments/{article.pk}/?{query}").status_code == 200


def test_a_hundred_comments_at_once_from_one_address_fill_no_queue(client, article):
    address = reverse("comments:new", args=[article.pk])
    for number in range(100):
        data = form_data(article, body=f"Flood number {number}")
        client.post(address, data, headers={"X-Comments-Fragment": "1"}, REMOTE_ADDR="203.0.113.7")
    assert ReaderComment.objects.count() == 5
