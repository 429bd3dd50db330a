"""Pages stored as they were rendered: the same for readers, in few queries, and never old."""

import pytest

from comments.models import CommentSettings, ReaderComment
from freshness import memory
from freshness.models import StoredPage
from freshness.stored import rows
from freshness.stored.marks import Live, pieces, without_marks
from freshness.stored.middleware import StoredPageMiddleware
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.conditions.factories import make_condition, make_treatment

from .asking import ask

MOST_QUERIES = 6


def refuse(*_args):
    raise AssertionError("a page was rendered anew")


@pytest.fixture
def site(tree, counting):
    """A page of each type with comments, by name."""
    made = {
        "article": make_article(tree.articles, "Cartilage", slug="one"),
        "condition": make_condition(tree.conditions),
        "treatment": make_treatment(tree.treatments),
    }
    for page in made.values():
        first = make_comment(page, body="It helped me.")
        make_comment(page, body="Me too.", parent=first)
    lists = {name: getattr(tree, name) for name in ("home", "articles", "conditions", "treatments", "people")}
    return {name: page.get_url() for name, page in {**made, **lists}.items()}


NAMES = ["article", "condition", "treatment", "home", "articles", "conditions", "treatments", "people"]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_takes_at_most_six_queries(site, application, django_assert_max_num_queries, name):
    direct = ask(application, site[name])
    with django_assert_max_num_queries(MOST_QUERIES):
        stored = ask(application, site[name])
    assert stored.status == 200
    assert stored.body == direct.body
    assert stored.headers == direct.headers
    assert "<!--live" not in stored.text


def test_a_new_comment_is_filled_in_without_rendering_the_page_anew(site, application, commit):
    ask(application, site["article"])
    page = ReaderComment.objects.first().page
    commit(lambda: make_comment(page, body="Just now."))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StoredPageMiddleware, "_rendered", refuse)
        assert "Just now." in ask(application, site["article"]).text


def test_what_else_changes_renders_it_anew(site, application, commit):
    ask(application, site["article"])
    page = ReaderComment.objects.first().page
    commit(lambda: type(page).objects.filter(pk=page.pk).update(title="Renamed"))
    assert "Renamed" in ask(application, site["article"]).text


def test_the_language_of_a_filled_part_is_that_of_the_address(site, application, commit, chinese_tree):
    page = ReaderComment.objects.first().page.specific
    twin = page.copy_for_translation(chinese_tree.home.locale)
    twin.slug = "yi"
    twin.save_revision().publish()
    make_comment(twin, body="有用")
    commit(lambda: None)
    direct, stored = (ask(application, "/zh-hans/articles/yi/") for _time in range(2))
    assert StoredPage.objects.filter(part="").count() == 1
    assert stored.body == direct.body
    assert "有用" in stored.text


def test_a_visitor_with_a_session_gets_an_own_page(site, application):
    ask(application, site["article"], HTTP_COOKIE="sessionid=x")
    assert not StoredPage.objects.exists()


@pytest.mark.parametrize("address", ["/search/?q=pain", "/comments/", "/no-such-page/", "/feeds/new.xml"])
def test_only_pages_for_everybody_are_stored(site, application, address):
    ask(application, address)
    assert not StoredPage.objects.exists()


def test_a_host_that_is_not_ours_is_refused(site, application):
    assert ask(application, site["article"], host="evil.example").status == 400


def test_old_rows_are_tidied_away(site, application, commit, monkeypatch):
    ask(application, site["article"])
    monkeypatch.setattr(rows, "TIDY_EVERY", 1)
    commit(CommentSettings.for_site(ReaderComment.objects.first().page.get_site()).save)
    ask(application, site["home"])
    assert StoredPage.objects.count() == 1


def test_a_database_that_takes_no_writes_stores_nothing(site, application, monkeypatch):
    def refuse(*_args, **_options):
        raise rows.DatabaseError

    monkeypatch.setattr(rows.StoredPage.objects, "bulk_create", refuse)
    assert ask(application, site["article"]).status == 200


def test_marks_are_found_and_taken_out():
    text = "a<!--live comments x.y:7--><p>b</p><!--/live-->c"
    assert pieces(text) == ["a", Live("comments", "x.y:7"), "c"]
    assert without_marks(text) == "a<p>b</p>c"


def test_memory_goes_back_after_so_many_pages(site, application, monkeypatch):
    given = []
    monkeypatch.setattr(memory, "_trim", given.append)
    monkeypatch.setattr(memory, "EVERY_PAGES", 2)
    for name in NAMES[:4]:
        ask(application, site[name])
    assert len(given) == 2
    ask(application, site["article"])  # is stored
    assert len(given) == 2
