"""A batch: idempotent by content, each file for itself, failures named."""

from wagtail.models import Page

from articles.models import ArticlePage, Series
from editorial.models import Source
from importing.models import ImportedFile, UnresolvedLink
from importing.pipeline import MAX_BYTES
from importing.services import batch, collect, import_files
from tests.articles.factories import make_article

from .factories import CHINESE_TITLE, import_text, incoming
from .samples import CHINESE, NUMBERED_TEXT, ONE_LINE


def test_a_file_becomes_a_draft_with_everything_known_about_it(tree):
    page = import_text().page
    assert (page.live, page.origin, page.get_parent().specific) == (False, "imported", tree.articles)
    assert [condition.title for condition in page.conditions.all()] == ["Elbow tendinitis"]
    assert page.content_label == "provider_claims"
    assert page.label_confirmed is False
    assert {(person.role, person.name_in_source) for person in page.contributions.all()} == {
        ("quoted", "Dr. Jane Sample"),
        ("provider", "Sample Valley Clinic"),
    }


def test_the_body_is_made_of_the_sites_own_blocks(tree):
    body = import_text(NUMBERED_TEXT).page.body
    assert {block.block_type for block in body} == {"heading", "paragraph", "list"}
    assert [block.value["kind"] for block in body if block.block_type == "list"] == ["numbers", "steps"]


def test_what_was_typed_is_shown_as_text(tree):
    body = import_text(
        "A Title\n\nThe sign <b>x</b> & <script>y</script> is text here, in any case."
    ).page.body
    assert "&lt;script&gt;" in str(body[0].value)
    assert "<script>" not in str(body[0].value)


def test_a_page_without_title_needs_one(tree):
    assert import_text(ONE_LINE).page.needs_title


def test_a_readers_question_makes_the_format_question_and_answer(chinese_tree):
    page = import_text(CHINESE).page
    assert page.format == "question"
    assert page.question.startswith("膝盖疼")


def test_a_chinese_page_goes_into_the_chinese_tree(chinese_tree):
    page = import_text(CHINESE).page
    assert page.get_parent().specific == chinese_tree.articles
    assert (page.title_language, page.body_language) == ("", "")
    assert page.conditions.get().locale.language_code == "zh-hans"


def test_a_chinese_page_on_an_english_site_says_its_language(tree):
    page = import_text(CHINESE).page
    assert (page.title_language, page.body_language) == ("zh-hans", "zh-hans")


def test_a_chinese_title_keeps_its_characters_in_the_address(tree):
    file = import_text(CHINESE_TITLE)
    assert file.page.slug == "游泳治疗膝盖痛"
    assert file.ascii_slug == "youyongzhiliaoxigaitong"


def test_two_pages_of_one_title_get_two_addresses(tree):
    first = import_text("How to swim\n\nThe water is warm and everybody can swim today.")
    second = import_text("How to swim\n\nThe water is cold and nobody wants to swim today.")
    assert (first.page.slug, second.page.slug) == ("how-to-swim", "how-to-swim-2")


def test_the_same_content_under_another_name_is_known(tree):
    first = import_text()
    again = import_text(name="copy.txt")
    assert (again.outcome, again.page) == ("known", first.page)
    assert ArticlePage.objects.count() == 1


def test_a_deleted_draft_can_be_imported_again(tree):
    import_text().page.delete()
    assert import_text().outcome == "imported"


def test_a_newer_importer_reads_again_only_when_asked(tree, monkeypatch):
    import_text()
    monkeypatch.setattr(batch, "IMPORTER_VERSION", "next")
    assert import_text().outcome == "known"
    assert import_text(again=True).outcome == "imported"


def test_failed_files_name_their_reason_and_the_rest_goes_on(tree):
    files = [incoming(b"", "a.txt"), incoming(b"x\x00y", "b.txt"), incoming(name="c.txt")]
    run, report = import_files(files)
    assert (run.imported, run.failed) == (1, 2)
    assert [file["name"] for file in report["files"] if file["error"]] == ["a.txt", "b.txt"]


def test_a_failure_half_way_leaves_nothing_of_that_file(tree, monkeypatch, caplog):
    def fail(*args):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(batch, "keep_links", fail)
    before = Page.objects.count()
    file = import_text()
    assert (file.outcome, file.page, Page.objects.count()) == ("failed", None, before)
    assert "the disk is full" in caplog.text


def test_without_a_list_of_articles_each_file_is_refused_with_that_reason(db):
    Page.objects.filter(depth__gt=1).delete()
    assert "list of articles" in import_text().error


def test_an_encyclopedia_becomes_one_source(tree):
    text = "A Title\n\nThe water was warm and the children swam for an hour. (Wikipedia)"
    import_text(text)
    line = import_text(
        text + "\n\nAnd the sun was shining on the water all day long. (Wikipedia)"
    ).ledger.filter(reason="source")
    assert {entry.source for entry in line} == {Source.objects.get(type="encyclopedia")}


def test_a_neighbour_that_does_not_exist_stays_unresolved(tree):
    link = import_text("A Title\n\nThe water was warm and nice.\n<<: How to stand up").links.get()
    assert (link.kind, link.title, link.page) == ("previous", "How to stand up", None)


def test_a_neighbour_that_comes_later_is_found_then(tree):
    import_text("A Title\n\nThe water was warm and nice.\n<<: How to stand up")
    later = import_text("How to Stand Up\n\nFirst both feet go on the floor, and then the hands help.")
    assert UnresolvedLink.objects.get().page == later.page


def test_a_draft_joins_the_series_of_its_neighbour(tree):
    series = Series.objects.create(title="Moving")
    make_article(tree.articles, "How to stand up", series=series, series_position=3)
    page = import_text("A Title\n\nThe water was warm and nice.\n<<: How to stand up").page
    page.refresh_from_db()
    assert (page.series, page.series_position) == (series, 4)


def test_a_folder_gives_its_text_files_only(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.TXT", "deep/c.txt", "picture.png"):
        (tmp_path / name).write_text("text")
    assert [file.name for file in collect([tmp_path])] == ["a.TXT", "b.txt", "deep/c.txt"]


def test_a_path_that_does_not_exist_is_named(tree, tmp_path):
    _run, report = import_files(collect([tmp_path / "missing.txt"]))
    assert report["files"][0]["name"] == "missing.txt"
    assert "No such file" in report["files"][0]["error"]


def test_a_folder_without_text_files_is_named(tree, tmp_path):
    _run, report = import_files(collect([tmp_path]))
    assert "no text file" in report["files"][0]["error"]


def test_a_sparse_file_of_fifty_megabytes_is_not_even_read(tree, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    _run, report = import_files(collect([tmp_path]))
    assert f"{MAX_BYTES // 1024 // 1024} MB" in report["files"][0]["error"]
    assert ImportedFile.objects.get().size == 0


def test_the_report_holds_ledger_proposals_and_links(tree):
    _run, report = import_files([incoming()])
    (file,) = report["files"]
    assert file["page"]["conditions"] == ["Elbow tendinitis"]
    assert {line["action"] for line in file["ledger"]} == {"removed", "changed", "flagged", "proposed"}
    assert all(line["explanation"] for line in file["ledger"])
    assert {proposal["relation"] for proposal in file["proposals"]} == {"new"}
