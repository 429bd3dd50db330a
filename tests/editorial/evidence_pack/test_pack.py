"""The records for an assessor."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from editorial.citations.markup import citation
from editorial.evidence_pack.cells import cell
from editorial.evidence_pack.tables import TABLES
from editorial.models import ClaimException, PageSource, Review, SafetyReport
from editorial.safety.services import add_correction, decide, receive_report
from editorial.withdrawal.services import withdraw
from tests.articles.factories import make_article
from tests.editorial.factories import make_contributor, make_source, make_user


@pytest.fixture
def article(tree):
    return make_article(tree.articles, "Back pain")


def write(folder, **options):
    """Write a pack into `folder`; give {file name: list of rows as dict}."""
    path = folder / "pack.zip"
    call_command("write_evidence_pack", path, stdout=io.StringIO(), **options)
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        return {name: rows(pack.read(name)) for name in pack.namelist() if name.endswith(".csv")}


def rows(raw):
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def review(article, doctor, days_ago=0):
    item = Review.objects.create(
        page=article, reviewer=doctor, outcome="approved", checked=["Doses", "Sources"], note="Fine"
    )
    moment = timezone.now() - timedelta(days=days_ago)
    Review.objects.filter(pk=item.pk).update(reviewed_at=moment)
    return item


def test_an_empty_site_gives_every_file_with_its_columns(tmp_path, db):
    files = write(tmp_path)
    assert set(files) == {table.name for table in TABLES}
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        heading = pack.read("reviews.csv").decode("utf-8-sig").splitlines()[0]
    assert heading.startswith("review,page,title,language,revision,outcome,reviewer")


@pytest.mark.referring
def test_every_row_has_as_many_cells_as_its_file_has_columns(tmp_path, article, tree):
    fill(article, tree)
    for name, found in write(tmp_path).items():
        assert found, name
        assert all(None not in row and None not in row.values() for row in found), name


def fill(article, tree):
    """Give every file at least one row."""
    doctor, user = make_contributor(tree.people, "Dr Reviewer"), make_user("reviewer")
    review(article, doctor)
    PageSource.objects.create(page=article, source=make_source())
    article.save()
    report = receive_report(page=article, text="I, Wei, was hurt", email="wei@example.org", language="en")
    decide(report=report, user=user, status="accepted", outcome="True", correction_text="Now right")
    ClaimException.objects.create(
        page=article, rule_code="cure", sentence="It cures.", reason="Quoted", expires_on=date(2199, 1, 1)
    )
    withdraw(page=article, user=user, notices={"en": "Off."})


def test_a_review_names_who_when_and_what_was_checked(tmp_path, article, tree):
    review(article, make_contributor(tree.people, "Dr Reviewer", credentials="MD"))
    (row,) = write(tmp_path)["reviews.csv"]
    assert [row[name] for name in ("title", "reviewer", "credentials", "outcome", "points checked")] == [
        "Back pain",
        "Dr Reviewer",
        "MD",
        "approved",
        "Doses; Sources",
    ]
    assert datetime.fromisoformat(row["reviewed at"]).date() == timezone.localdate()


@pytest.mark.referring
def test_cited_and_collected_sources_stand_with_their_page_once(tmp_path, tree):
    both, cited = make_source("Both"), make_source("Cited")
    body = [("paragraph", f"<p>x {citation(both.pk)} y {citation(cited.pk)} z {citation(both.pk)}</p>")]
    article = make_article(tree.articles, "Cites", body=body)
    PageSource.objects.create(page=article, source=both, covers="All of it")
    article.save()
    found = write(tmp_path)["page_sources.csv"]
    assert [(row["source title"], row["use"], row["covers"]) for row in found] == [
        ("Both", "cited and collected", "All of it"),
        ("Cited", "cited", ""),
    ]


def test_nothing_that_points_to_a_reader_is_in_the_pack(tmp_path, article):
    receive_report(page=article, text="I, Wei, was hurt", email="wei@example.org", language="en")
    write(tmp_path)
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        everything = b"".join(pack.read(name) for name in pack.namelist())
    assert b"wei@example.org" not in everything
    assert b"was hurt" not in everything


def test_the_period_takes_both_of_its_days_and_no_other(tmp_path, article, tree):
    doctor = make_contributor(tree.people, "Dr Reviewer")
    kept = [review(article, doctor, days_ago) for days_ago in (9, 8, 7, 6, 5)][1:4]
    today = timezone.localdate()
    found = write(tmp_path, since=today - timedelta(days=8), until=today - timedelta(days=6))["reviews.csv"]
    assert [row["review"] for row in found] == [str(item.pk) for item in kept]


def test_the_period_holds_for_corrections_and_reports(tmp_path, article):
    add_correction(page=article, user=None, text="Old", made_on=date(2020, 1, 1))
    add_correction(page=article, user=None, text="New", made_on=date(2026, 1, 1))
    SafetyReport.objects.create(page=article, text="x")
    SafetyReport.objects.update(created_at=datetime(2020, 1, 1, tzinfo=UTC))
    files = write(tmp_path, since=date(2026, 1, 1))
    assert [row["what was corrected"] for row in files["corrections.csv"]] == ["New"]
    assert files["safety_reports.csv"] == []


def test_chinese_comes_back_as_it_went_in(tmp_path, chinese_tree):
    make_article(chinese_tree.articles, "腰椎间盘突出")
    assert "腰椎间盘突出" in [row["title"] for row in write(tmp_path)["labels.csv"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_starts_a_formula(start):
    assert cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (-3, "-3"),
        (date(2026, 1, 31), "2026-01-31"),
        ('a "b", c\nd', 'a "b", c\nd'),
    ],
)
def test_values_become_plain_text(value, text):
    assert cell(value) == text


def test_a_hostile_title_is_only_text(tmp_path, tree):
    make_article(tree.articles, '=cmd|" /C calc"!A0, "x"\nnext', slug="hostile")
    titles = [row["title"] for row in write(tmp_path)["labels.csv"]]
    assert titles == ['\'=cmd|" /C calc"!A0, "x"\nnext']


def test_the_readme_names_period_rows_and_criteria(tmp_path, article):
    write(tmp_path, since=date(2026, 1, 1))
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        text = pack.read("README.txt").decode("utf-8-sig")
    assert "from 2026-01-01 to today" in text
    assert "labels.csv (1 rows)" in text
    assert all(criterion in text for criterion in ("1 Systems", "4 Evidence", "8 Feedback", "10 Impact"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "yesterday"], "“yesterday” is not a day. Write it like 2026-01-31."),
        (["--since", "2026-02-30"], "is not a day"),
        (
            ["--since", "2026-02-01", "--until", "2026-01-01"],
            "--since 2026-02-01 is after --until 2026-01-01.",
        ),
    ],
)
def test_a_wrong_day_is_said_in_plain_words(tmp_path, db, arguments, said):
    with pytest.raises(CommandError, match=said):
        call_command("write_evidence_pack", tmp_path / "pack.zip", *arguments)


def test_a_folder_that_is_not_there_is_said(tmp_path, db):
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        call_command("write_evidence_pack", tmp_path / "nowhere" / "pack.zip")


def test_a_folder_instead_of_a_file_is_said(tmp_path, db):
    with pytest.raises(CommandError, match="is a folder"):
        call_command("write_evidence_pack", tmp_path)


def test_a_file_in_place_of_a_folder_is_said(tmp_path, db):
    Path(tmp_path, "file").touch()
    with pytest.raises(CommandError, match="cannot be written: Not a directory"):
        call_command("write_evidence_pack", tmp_path / "file" / "pack.zip")


def test_a_failure_halfway_leaves_the_old_pack_and_no_rubbish(tmp_path, db, monkeypatch):
    target = tmp_path / "pack.zip"
    target.write_text("old")
    monkeypatch.setattr("editorial.evidence_pack.pack.readme", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("write_evidence_pack", target, stdout=io.StringIO())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("pack.zip", "old")]


def test_the_number_of_questions_does_not_grow_with_the_rows(tmp_path, tree, django_assert_max_num_queries):
    make_article(tree.articles, "First")
    doctor = make_contributor(tree.people, "Dr")
    with django_assert_max_num_queries(40) as few:
        write(tmp_path)
    for number in range(8):
        article = make_article(tree.articles, f"Article {number}")
        review(article, doctor)
        PageSource.objects.create(page=article, source=make_source(f"Source {number}"))
        article.save()
    with django_assert_max_num_queries(len(few) + 3):
        write(tmp_path)


def test_the_command_tells_what_it_wrote(tmp_path, article):
    out = io.StringIO()
    call_command("write_evidence_pack", tmp_path / "pack.zip", stdout=out)
    assert "labels.csv: 1 rows" in out.getvalue()
    assert f"{len(TABLES)} files, " in out.getvalue()
