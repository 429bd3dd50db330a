"""Every mail leaves in two parts that say the same and lead to the same places; nothing in it is loaded."""

import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from editorial.models import User
from outlets.letters.colours import colours
from outlets.letters.reading import language_of, read_letter

BASE = django_settings.WAGTAILADMIN_BASE_URL
TEMPLATES = Path(django_settings.BASE_DIR, "templates")
EVIL = '<b>Bold</b> & "quoted" http://evil.example/x'
PAGE = SimpleNamespace(title=EVIL, id=7, get_admin_display_title=EVIL)
COMMENT = SimpleNamespace(page=PAGE, name=EVIL)
ENTRY = {
    "page": PAGE,
    "page_id": 7,
    "get_reason_display": "Clock",
    "due_on": timezone.now(),
    "is_overdue": True,
}
# What any letter of ours, or of Wagtail, may name.
CONTEXT = {
    **dict.fromkeys(("comment", "reply", "workflow"), COMMENT),
    **dict.fromkeys(("page", "object"), PAGE),
    **dict.fromkeys(("user", "editor"), User(username=EVIL)),
    **{"reason": EVIL, "task": SimpleNamespace(id=3, name=EVIL), "requested_by": None, "base_url": BASE},
    **{
        "counts": [{"label": "Waiting", "shown": "7"}],
        "oldest": timezone.now(),
        "entries": [ENTRY],
        "more": 2,
    },
    **{name: f"{BASE}/{name}/1:a-b_c/#d" for name in ("link", "stop", "write", "reply_link", "url")},
}
OURS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("*/mail/*.txt"))
WAGTAILS = [
    f"wagtailadmin/notifications/{name}.txt"
    for name in (
        "task_state_submitted",
        "workflow_state_submitted",
        "workflow_state_approved",
        "updated_comments",
    )
]


class Links(HTMLParser):
    """Collects addresses and whatever a mail program would fetch."""

    def __init__(self, html):
        super().__init__()
        self.links, self.fetched, self.text = [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.links += [named["href"]] if tag == "a" else []
        self.fetched += [tag] if tag in ("img", "link", "script", "b") or "src" in named else []

    def handle_data(self, data):
        self.text += data + " "


@pytest.fixture(autouse=True)
def _post(settings):
    """Send as the site does, into memory."""
    settings.LETTER_BACKEND = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "outlets.letters.backend.LetterBackend"


def sent(text, subject="A <subject>"):
    """Give text and HTML part (Links) of a mail with this text."""
    mail.send_mail(subject, text, None, ["ana@example.org"])
    [(html, kind)] = mail.outbox[-1].alternatives
    assert kind == "text/html"
    return mail.outbox[-1].body, html


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_letter_has_two_parts_with_the_same_links_and_is_escaped(language):
    assert len(OURS) >= 9
    for template in OURS + WAGTAILS:
        with translation.override(language):
            text, html = sent(render_to_string(template, CONTEXT))
        found = Links(html)
        assert found.links == re.findall(rf"{BASE}\S*", text), template
        assert (found.fetched, "url(" in html) == ([], False), template
        assert f'lang="{"zh-Hans" if language == "zh-hans" else "en"}"' in html, template
        assert 'class="button"' in html, template


def test_everything_that_is_said_in_one_part_is_said_in_the_other():
    for template in OURS:
        text, html = sent(render_to_string(template, CONTEXT))
        words = re.sub(rf"{BASE}\S*|[:\-]", " ", text).split()
        shown = Links(html).text.replace(":", " ").replace("-", " ").split()
        assert [word for word in words if word not in shown] == [], template


def test_a_new_password_is_sent_as_a_letter(client, tree, django_user_model):
    django_user_model.objects.create_user("ana", "ana@example.org", "a-long-password-1")
    client.post(reverse("wagtailadmin_password_reset"), {"email": "ana@example.org"})
    [(html, _kind)] = mail.outbox[0].alternatives
    [link] = Links(html).links
    assert link in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_letter_that_has_a_design_keeps_it():
    mail.send_mail("Subject", "Text", None, ["ana@example.org"], html_message="<p>Mine</p>")
    assert mail.outbox[0].alternatives == [("<p>Mine</p>", "text/html")]


def test_only_addresses_of_the_site_become_links_wherever_they_stand():
    parts = read_letter(
        f"See http://evil.example/ and {BASE}/a/ or\n\n{BASE}.evil.example/\n\nHere:\n{BASE}/b/"
    )
    linked = [(part["kind"], part["label"], part["address"]) for part in parts if "address" in part]
    assert linked == [
        ("button", "See http://evil.example/ and", f"{BASE}/a/"),
        ("link", "Here", f"{BASE}/b/"),
    ]


def test_entries_keep_what_belongs_to_them():
    [entries] = [
        part for part in read_letter(f"Pages:\n\n- One\n  due\n  {BASE}/1/\n- Two") if part["kind"] == "list"
    ]
    assert entries["entries"] == [
        {"title": "One", "address": f"{BASE}/1/", "lines": ["due"]},
        {"title": "Two", "address": "", "lines": []},
    ]


def test_the_language_is_that_of_the_letter_not_of_the_titles_in_it():
    assert language_of("Your comment on “椎间盘突出症可以按摩复位吗” has appeared.") == "en"
    assert language_of("您在“Can massage push a disc back into place?”下的评论已显示。") == "zh-hans"


def test_a_wall_of_indented_lines_is_read():
    assert len(read_letter("- a\n" + "  b\n" * 5000)[0]["entries"][0]["lines"]) == 5000


def test_the_colours_are_those_of_the_site():
    assert colours()["light"]["brand"].startswith("#")
    assert colours()["light"].keys() == colours()["dark"].keys() >= {"paper", "card", "ink", "quiet", "line"}
