"""check_claims and claims_report at the command line."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.claims import check_text, seed_rulebook, sentence_hash
from editorial.claims.files import read_text
from editorial.models import ClaimException

from .pages import CURE, article_with, paragraph


def run(name, *args, stdin=None, monkeypatch=None):
    """Run a command; give (exit code, output, message)."""
    out, err = io.StringIO(), io.StringIO()
    if stdin is not None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    try:
        call_command(name, *args, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def text_file(tmp_path):
    """A function that writes a file and gives its name."""

    def write(data):
        path = tmp_path / "text.txt"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    return write


@pytest.mark.django_db
class TestFiles:
    def test_each_hit_is_one_json_object(self, text_file):
        name = text_file("All is well.\n\nThis tea cures gout. 根治痛风。\nTake 20 mg.\n")
        code, out, _message = run("check_claims", name, "--json")
        hits = [json.loads(line) for line in out.splitlines()]
        found = [(hit["line"], hit["rule"], hit["severity"], hit["sentence"]) for hit in hits]
        assert code == 1
        assert found == [
            (3, "cure", "block", "This tea cures gout."),
            (3, "cure", "block", "根治痛风。"),
            (4, "dosage", "warn", "Take 20 mg."),
        ]
        assert all(hit["reason"] and hit["ways"]["rewrite"] for hit in hits)

    def test_positions_point_into_the_file(self, text_file):
        text = "第一行。\nThis tea cures gout."
        (line,) = run("check_claims", text_file(text), "--json")[1].splitlines()
        hit = json.loads(line)
        assert text[hit["start"] : hit["end"]] == hit["matched"] == "cures"

    def test_without_claims_it_ends_well(self, text_file):
        code, out, message = run("check_claims", text_file("Tea does not cure gout."))
        assert (code, out) == (0, "")
        assert "0 open claims" in message

    def test_a_warning_alone_does_not_fail(self, text_file):
        code, out, _message = run("check_claims", text_file("Take 20 mg at night."))
        assert code == 0
        assert "WARN dosage" in out

    def test_one_language_may_be_named(self, text_file):
        name = text_file("This tea cures gout. 根治痛风。")
        for language, word in (("en", "cures"), ("zh-hans", "根治")):
            (line,) = run("check_claims", name, "--json", "--language", language)[1].splitlines()
            assert json.loads(line)["matched"] == word

    def test_it_reads_the_standard_input(self, monkeypatch):
        code, out, _ = run("check_claims", "-", stdin=CURE.encode(), monkeypatch=monkeypatch)
        assert code == 1
        assert "cure" in out

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_a_byte_order_mark_is_no_trouble(self, text_file, encoding):
        assert run("check_claims", text_file("根治痛风。".encode(encoding)))[0] == 1

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "empty"),
            (b" \n\n", "empty"),
            ("根治".encode("gbk"), "not UTF-8"),
            (b"GIF89a\x00\x00", "not a text"),
            (b"\xff\xfeabc", "not UTF-8"),
        ],
    )
    def test_what_is_no_text_is_named(self, text_file, data, words):
        code, out, message = run("check_claims", text_file(data))
        assert (code, out) == (2, "")
        assert words in message

    def test_a_missing_file_and_a_folder_are_named(self, tmp_path):
        assert "no file" in run("check_claims", str(tmp_path / "none.txt"))[2]
        assert "cannot be read" in run("check_claims", str(tmp_path))[2]
        assert run("check_claims", str(tmp_path))[0] == 2

    def test_a_language_without_a_file_is_refused(self):
        assert run("check_claims", "--language", "en")[0] == 2


def test_a_file_needs_no_database(text_file):
    """The test has no database: asking one would raise RuntimeError."""
    assert check_text(read_text(text_file(CURE)), rulebook=seed_rulebook())


def lines_of(*args):
    """What check_claims says about the site, as dicts."""
    return [json.loads(line) for line in run("check_claims", "--json", *args)[1].splitlines()]


def test_the_site_is_read_live_and_drafted(tree):
    article = article_with(tree, "<p>Tea is nice.</p>", live=True)
    article.body = [paragraph(f"<p>{CURE}</p>")]
    article.save_revision()
    live = article_with(tree, title="Live", live=True)
    draft = article_with(tree, title="Draft")
    found = {(line["page_id"], line["version"]) for line in lines_of()}
    assert found == {(article.pk, "draft"), (live.pk, "live"), (draft.pk, "draft")}


def test_a_site_without_claims_ends_well(tree):
    article_with(tree, "<p>Tea is nice.</p>")
    assert run("check_claims")[0] == 0


def test_a_covered_claim_is_not_reported(tree):
    article = article_with(tree)
    ClaimException.objects.create(
        page=article,
        rule_code="cure",
        sentence=CURE,
        sentence_hash=sentence_hash(CURE),
        status="approved",
        expires_on=timezone.localdate() + timedelta(days=1),
    )
    assert lines_of() == []


def queries(capture):
    """How many queries a look at the whole site takes."""
    with capture as found:
        run("check_claims")
    return len(found)


def test_queries_do_not_grow_with_pages(tree):
    def add(start, end):
        for number in range(start, end):
            article = article_with(tree, title=f"Article {number}", live=True)
            article.body = [paragraph(f"<p>{CURE}</p>")] * 3
            article.save_revision()

    add(0, 2)
    few = queries(CaptureQueriesContext(connection))
    add(2, 12)
    assert queries(CaptureQueriesContext(connection)) == few


def test_the_report_names_every_rule():
    code, out, _message = run("claims_report", "--mistakes")
    assert code == 0
    assert out.count("HELD_OUT") == 2
    assert all(rule in out for rule in ("cure", "body_region", "rhetorical_cure"))


def test_the_report_says_when_there_is_nothing_to_read(tmp_path):
    assert "No labelled" in run("claims_report", str(tmp_path / "none.jsonl"))[2]
