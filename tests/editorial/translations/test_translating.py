"""A page is translated piece by piece; what languages share stays the same by itself."""

import pytest
from django.urls import reverse

from conditions.models import StageEvidence
from editorial.gate import GateRefused
from editorial.models import BoardEntry, BoardReason
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from ..factories import make_contributor, make_user
from .conftest import desk_for, stored

WORDS = {
    "Gout": "痛风",
    "gout": "tongfeng",
    "A joint swells.": "关节肿胀。",
    "Gout hurts.": "痛风会痛。",
    "Rest may ease pain.": "休息可能减轻疼痛。",
    "Rest has risks.": "休息有风险。",
    "Cherries may ease pain.": "樱桃可能减轻疼痛。",
    "Cherries has risks.": "樱桃有风险。",
}


@pytest.fixture
def translated(desk, django_capture_on_commit_callbacks):
    desk.say(WORDS)
    publish(desk, django_capture_on_commit_callbacks)
    return desk


def publish(desk, capture):
    with capture(execute=True):
        desk.publish()


def grade(page, certainty, person):
    """Change one grade on the page and publish it."""
    first = StageEvidence.objects.filter(option__page=page, stage="early").order_by("pk").first()
    StageEvidence.objects.filter(pk=first.pk).update(
        certainty=certainty, reason="One trial.", assessed_by=person, assessed_on="2026-01-05"
    )
    stored(page).save_revision().publish()


def grades(page):
    return {
        (str(option.treatment), evidence.stage): evidence.certainty
        for option in page.treatment_options.all()
        for evidence in option.stages.all()
    }


def test_pressing_translate_makes_a_draft_and_nothing_public(desk):
    assert desk.page().title == "Gout"
    assert not desk.page().live


def test_the_translation_is_published_with_its_words(translated):
    page = translated.page()
    assert (page.live, page.title, page.summary) == (True, "痛风", "关节肿胀。")
    assert "痛风会痛" in str(page.overview.raw_data[0]["value"])
    assert "休息有风险" in page.treatment_options.first().risks


def test_groups_and_grades_come_along(gout, translated):
    assert grades(translated.page()) == grades(gout)
    assert [option.group for option in translated.page().treatment_options.all()] == [
        "conventional",
        "complementary",
    ]


def test_a_changed_grade_stops_the_translation_until_it_is_synchronised(
    gout, translated, tree, django_capture_on_commit_callbacks
):
    grade(gout, "low", make_contributor(tree.people))
    with pytest.raises(GateRefused, match="differ"):
        translated.page().save_revision().publish()
    translated.sync()
    publish(translated, django_capture_on_commit_callbacks)
    assert grades(translated.page()) == grades(stored(gout))
    assert "low" in grades(translated.page()).values()


def test_synchronising_keeps_the_translated_words(gout, translated, tree, django_capture_on_commit_callbacks):
    grade(gout, "low", make_contributor(tree.people))
    translated.sync()
    publish(translated, django_capture_on_commit_callbacks)
    assert "休息有风险" in translated.page().treatment_options.first().risks
    assert StageEvidence.objects.filter(option__page=translated.page()).count() == 4


def on_the_board(page, reason):
    return BoardEntry.objects.filter(page_id=page.pk, reason=reason, closed_at__isnull=True).exists()


@pytest.mark.parametrize(
    ("summary", "is_asked"), [("A joint swels.", False), ("A joint does not swell.", True)]
)
def test_only_a_change_of_substance_asks_for_the_translation(gout, translated, summary, is_asked):
    page = stored(gout)
    page.summary = summary
    page.save_revision().publish()
    assert on_the_board(translated.page(), BoardReason.ORIGINAL_CHANGED) == is_asked


def test_a_translation_changed_in_substance_is_dated(translated, django_capture_on_commit_callbacks):
    type(translated.page()).objects.update(materially_updated_on=None)
    translated.say({"Rest has risks.": "休息没有风险。"})
    publish(translated, django_capture_on_commit_callbacks)
    assert translated.page().materially_updated_on


def test_the_label_is_shared(gout, translated, django_capture_on_commit_callbacks):
    page = stored(gout)
    page.content_label = "sponsored"
    page.save_revision().publish()
    translated.sync()
    publish(translated, django_capture_on_commit_callbacks)
    assert translated.page().content_label == "sponsored"


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_editor_sees_original_and_translation_side_by_side(client, admin, translated):
    html = client.get(edit(translated.page())).content.decode()
    assert "Rest has risks." in html
    assert "data-props" in html


def test_a_refused_publication_says_why_and_changes_nothing(client, admin, gout, desk):
    type(gout).objects.filter(pk=gout.pk).update(title_status="proposed")
    type(gout).objects.filter(pk=desk.page().pk).update(title_status="proposed")
    html = client.post(edit(desk.page()), {"action": "publish"}, follow=True).content.decode()
    assert "The title is only a proposal" in html
    assert not desk.page().live


def update(desk):
    return reverse("wagtail_localize:update_translations", args=[desk.job.source_id])


def test_who_may_not_publish_cannot_publish_by_updating(client, gout, translated):
    client.force_login(make_user("editor", "Editors"))
    page = stored(gout)
    page.summary = "Several joints swell."
    page.save_revision().publish()
    assert "Only a publisher can publish" in client.get(update(translated)).content.decode()
    client.post(update(translated), {"publish_translations": "on"})
    assert translated.page().summary == "关节肿胀。"


def test_a_refused_update_says_why(client, admin, translated):
    type(translated.page()).objects.filter(pk=translated.page().pk).update(title_status="proposed")
    response = client.post(update(translated), {"publish_translations": "on"}, follow=True)
    assert "The title is only a proposal" in response.content.decode()


TABLE = {
    "caption": "Foods",
    "row_headers": True,
    "table": {
        "columns": [{"type": "text", "heading": "Food"}, {"type": "number", "heading": "Grams"}],
        "rows": [{"values": ["Beer", 5.0]}],
        "caption": "",
    },
}


def test_the_words_of_a_table_are_translated(tree, chinese_tree, django_capture_on_commit_callbacks):
    page = make_condition(tree.conditions, "Gout")
    page.overview = [{"type": "table", "value": TABLE, "id": "00000000-0000-4000-8000-000000000001"}]
    page.save_revision().publish()
    desk = desk_for(stored(page), chinese_tree.home.locale)
    desk.say({"Foods": "食物", "Food": "名称", "Beer": "啤酒"})
    publish(desk, django_capture_on_commit_callbacks)
    value = desk.page().overview[0].value
    assert (value["caption"], value["table"].columns[0]["heading"]) == ("食物", "名称")
    assert value["table"].row_data[0]["values"] == ["啤酒", 5.0]


def test_an_article_names_the_translated_condition(
    client, gout, translated, tree, chinese_tree, django_capture_on_commit_callbacks
):
    article = make_article(tree.articles, "Beer", conditions=[gout])
    article.save_revision().publish()
    desk = desk_for(stored(article), chinese_tree.home.locale)
    publish(desk, django_capture_on_commit_callbacks)
    html = client.get(desk.page().url).content.decode()
    assert translated.page().url in html


def test_a_changed_grade_puts_the_translation_on_the_board(gout, translated, tree):
    grade(gout, "low", make_contributor(tree.people))
    assert on_the_board(translated.page(), BoardReason.GRADE_CHANGED)
