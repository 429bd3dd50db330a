"""Articles in a series."""

from articles.models import ArticlePage, Series
from articles.series import place_in_series
from tests.pages.asking import html_of

from .factories import make_article


def make_series(tree, *titles, **drafts):
    series = Series.objects.create(title="Hips")
    return [
        make_article(tree.articles, title, series=series, series_position=n, live=title not in drafts)
        for n, title in enumerate(titles, start=1)
    ]


def neighbours(article):
    place = place_in_series(article, ArticlePage.objects.live())
    return [other and other.title for other in (place.previous, place.next)]


def test_the_first_has_no_previous_and_the_last_no_next(tree):
    first, second, third = make_series(tree, "one", "two", "three")
    assert neighbours(first) == [None, "two"]
    assert neighbours(second) == ["one", "three"]
    assert neighbours(third) == ["two", None]


def test_an_unpublished_part_is_skipped(tree):
    first, _draft, third = make_series(tree, "one", "two", "three", two=True)
    assert neighbours(first) == [None, "three"]
    assert neighbours(third) == ["one", None]


def test_parts_in_the_same_place_keep_one_order(tree):
    series = Series.objects.create(title="Hips")
    first, second = (make_article(tree.articles, title, series=series) for title in ("a", "b"))
    assert neighbours(first) == [None, "b"]
    assert neighbours(second) == ["a", None]


def test_an_article_outside_a_series_has_no_place(tree):
    assert place_in_series(make_article(tree.articles), ArticlePage.objects.live()) is None


def test_readers_see_previous_and_next(client, tree):
    make_series(tree, "one", "two", "three")
    html = html_of(client, "/articles/two/")
    assert '<a rel="prev" href="/articles/one/">' in html
    assert '<a rel="next" href="/articles/three/">' in html
    assert "part 2 of 3" in html


def test_a_series_of_one_shows_nothing(client, tree):
    make_series(tree, "one")
    assert 'class="series"' not in html_of(client, "/articles/one/")
