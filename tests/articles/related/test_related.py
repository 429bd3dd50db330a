"""Related articles: what comes first, what never comes, and why."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticlePage, PickedArticle, RelatedArticle
from articles.related import because, related_articles
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment

pytestmark = pytest.mark.relating


def related_to(article, limit=4):
    """Give the titles (list of str) of the list under `article`."""
    published = ArticlePage.objects.live()
    return [other.title for other in related_articles(article, published, limit)]


def reasons(article, title):
    """Give why the article called `title` is related to `article` (str)."""
    return "; ".join(because(article.related_rows.get(to_page__title=title).because))


@pytest.fixture
def hip(tree):
    """A condition."""
    return make_condition(tree.conditions, "Hip necrosis")


@pytest.fixture
def cells(tree):
    """A treatment."""
    return make_treatment(tree.treatments, "Cells")


def test_the_same_condition_comes_before_the_same_treatment_before_the_same_topic(tree, hip, cells):
    make_article(tree.articles, "topic", tags=["walking"])
    make_article(tree.articles, "treatment", treatments=[cells])
    make_article(tree.articles, "condition", conditions=[hip])
    make_article(tree.articles, "nothing shared")
    article = make_article(tree.articles, "self", conditions=[hip], treatments=[cells], tags=["walking"])
    assert related_to(article) == ["condition", "treatment", "topic"]


def test_a_new_article_enters_the_lists_of_older_ones(tree, hip):
    old = make_article(tree.articles, "old", conditions=[hip])
    make_article(tree.articles, "new", conditions=[hip])
    assert related_to(old) == ["new"]


def test_picks_come_first_in_their_order_and_are_not_repeated(tree, hip):
    auto = make_article(tree.articles, "shared", conditions=[hip])
    picked = make_article(tree.articles, "picked")
    article = make_article(tree.articles, "self", conditions=[hip])
    for order, target in enumerate((picked, auto, picked)):
        PickedArticle.objects.create(page=article, target=target, sort_order=order)
    make_article(tree.articles, "other", conditions=[hip])
    assert related_to(article) == ["picked", "shared", "other"]


def test_what_is_a_draft_or_withdrawn_never_appears(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    draft = make_article(tree.articles, "draft", conditions=[hip], live=False)
    PickedArticle.objects.create(page=article, target=draft)
    make_article(tree.articles, "withdrawn", conditions=[hip]).unpublish()
    assert related_to(article) == []


def test_an_article_is_not_related_to_itself(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip], tags=["walking"])
    PickedArticle.objects.create(page=article, target=article)
    assert related_to(article) == []


def test_the_list_stops_at_its_limit(tree, hip):
    for number in range(6):
        make_article(tree.articles, f"Article {number}", conditions=[hip])
    assert len(related_to(make_article(tree.articles, "self", conditions=[hip]))) == 4


def test_no_more_rows_are_kept_than_needed(tree, hip):
    first = make_article(tree.articles, "first", conditions=[hip])
    for number in range(15):
        make_article(tree.articles, f"Article {number}", conditions=[hip])
    assert first.related_rows.count() == 12


def test_another_language_comes_after_the_own_and_is_named(tree, chinese_tree, hip):
    make_article(chinese_tree.articles, "中文", slug="zw", conditions=[hip])
    make_article(tree.articles, "English", conditions=[hip])
    article = make_article(tree.articles, "self", conditions=[hip])
    assert related_to(article) == ["English", "中文"]
    assert "简体中文" in reasons(article, "中文")


def test_a_translated_condition_is_the_same_condition(tree, chinese_tree, hip):
    translated = hip.copy_for_translation(chinese_tree.home.locale)
    make_article(chinese_tree.articles, "中文", slug="zw", conditions=[translated])
    assert related_to(make_article(tree.articles, "self", conditions=[hip])) == ["中文"]


def test_a_translation_of_the_article_itself_is_no_related_article(tree, chinese_tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    twin = article.copy_for_translation(chinese_tree.home.locale)
    twin.save_revision().publish()
    article.save()
    assert related_to(article) == []


def test_an_advertisement_is_never_suggested_from_an_editorial_page(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    make_article(tree.articles, "advert", conditions=[hip], content_label="promotional")
    article.save()
    assert related_to(article) == []


@pytest.mark.finding
def test_like_words_relate_articles_that_share_nothing_else(tree):
    make_article(tree.articles, "Sleeping well", summary="Pillows and mattresses for a restful night.")
    make_article(tree.articles, "Running", summary="Shoes.")
    article = make_article(tree.articles, "Beds", summary="Which mattresses and pillows are restful?")
    assert related_to(article)[0] == "Sleeping well"
    assert "mattresses" in reasons(article, "Sleeping well")


def test_equal_titles_appear_once(tree, hip):
    for slug in ("one", "two"):
        make_article(tree.articles, "Twice", slug=slug, conditions=[hip])
    assert related_to(make_article(tree.articles, "self", conditions=[hip])) == ["Twice"]


def test_a_page_like_no_other_shows_the_newest(tree):
    make_article(tree.articles, "Aaa")
    assert related_to(make_article(tree.articles, "Bbb")) == ["Aaa"]


def test_the_reason_names_what_is_shared(tree, hip):
    make_article(tree.articles, "other", conditions=[hip])
    article = make_article(tree.articles, "self", conditions=[hip])
    assert "same condition: Hip necrosis" in reasons(article, "other")


def test_all_can_be_related_anew(tree, hip):
    make_article(tree.articles, "other", conditions=[hip])
    article = make_article(tree.articles, "self", conditions=[hip])
    RelatedArticle.objects.all().delete()
    call_command("relate_articles", verbosity=0)
    assert related_to(article) == ["other"]


def test_reading_the_list_takes_three_queries(tree, hip):
    for number in range(6):
        make_article(tree.articles, f"Article {number}", conditions=[hip])
    article = ArticlePage.objects.get(title="Article 0")
    with CaptureQueriesContext(connection) as queries:
        related_to(article)
    assert len(queries) == 3


def test_the_cost_of_relating_does_not_grow_with_the_site(tree, hip):
    def cost(number):
        article = make_article(tree.articles, f"Article {number}", conditions=[hip])
        with CaptureQueriesContext(connection) as queries:
            article.save()
        return len(queries)

    costs = [cost(number) for number in range(14)]
    assert costs[13] <= costs[8]


def test_the_editor_sees_the_reasons(admin_client, tree, hip):
    make_article(tree.articles, "other", conditions=[hip])
    article = make_article(tree.articles, "self", conditions=[hip])
    page = admin_client.get(f"/admin/pages/{article.pk}/edit/").content.decode()
    assert "same condition: Hip necrosis" in page


def test_the_same_stage_comes_before_another_stage_of_the_condition(tree, hip, cells):
    drill = make_treatment(tree.treatments, "Drilling")
    joint = make_treatment(tree.treatments, "New joint")
    for treatment, stage in ((cells, "early"), (drill, "early"), (joint, "late")):
        make_option(hip, treatment, stages=[(stage, "not_assessed")])
    make_article(tree.articles, "early", conditions=[hip], treatments=[drill])
    make_article(tree.articles, "late", conditions=[hip], treatments=[joint])
    article = make_article(tree.articles, "self", conditions=[hip], treatments=[cells])
    assert related_to(article) == ["early", "late"]
    assert "same stage: Early" in reasons(article, "early")


def test_what_becomes_an_advertisement_leaves_the_lists_of_editorial_pages(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    advert = make_article(tree.articles, "advert", conditions=[hip])
    PickedArticle.objects.create(page=article, target=advert)
    assert related_to(article) == ["advert"]
    advert.content_label = "promotional"
    advert.save()
    assert related_to(article) == []


def test_an_article_leaves_the_lists_of_a_condition_that_it_is_no_longer_about(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    other = make_article(tree.articles, "other", conditions=[hip])
    make_article(tree.articles, "third", conditions=[hip])
    other.conditions = []
    other.save()
    assert related_to(article) == ["third"]


def test_where_the_own_language_has_nothing_the_other_one_is_shown(tree, chinese_tree):
    make_article(tree.articles, "Aaa")
    assert related_to(make_article(chinese_tree.articles, "甲", slug="jia")) == ["Aaa"]
