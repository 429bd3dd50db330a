"""Pictures beside shared addresses: drawn once, at publication."""

from io import BytesIO

import pytest
from django.core.management import call_command
from PIL import Image
from wagtail.models import PageViewRestriction

from pages.models import SharePicture
from pages.share import drawing, fonts
from tests.conditions.factories import make_condition
from tests.pages.factories import make_picture
from tests.pages.test_meta import heads

pytestmark = pytest.mark.sqlite
TITLES = [
    "Lumbar disc herniation",
    "腰椎间盘突出症",
    "x" * 255,
    "股" * 255,
    "病" * 20 + " word " * 30,
    "",
    "👩‍⚕️ \u202e",
]


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.SHARE_PICTURES = True


def publish(page):
    page.save_revision().publish()
    return page


def stored():
    """Give the only SharePicture."""
    return SharePicture.objects.get()


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_picture_of_the_right_size(title):
    picture = Image.open(BytesIO(drawing.draw(title, "Healthsite", "Condition")))
    assert (picture.size, picture.format) == ((1200, 630), "JPEG")


@pytest.mark.parametrize("title", [title for title in TITLES if title])
def test_no_line_is_wider_than_the_picture(title):
    letters, lines = drawing.fit(title, 1000)
    assert 1 <= len(lines) <= 5
    assert all(letters.getlength(line) <= 1000 for line in lines)


def test_without_chinese_letters_a_chinese_title_gives_a_picture_without_words(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    fonts.font.cache_clear()
    assert drawing.draw("腰椎间盘突出症", "健康站", "病症") == drawing.draw("病", "站", "病")
    assert drawing.draw("Disc", "Site", "Condition") != drawing.draw("病", "站", "病")
    fonts.font.cache_clear()


def test_a_published_page_is_shared_with_title_site_and_label(client, tree):
    page = publish(make_condition(tree.conditions, "Slipped disc", content_label="promotional"))
    said = heads(client, page.url)
    assert said["og:image"] == f"http://testserver{stored().file.url}"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "Slipped disc – Healthsite – Promotional"
    assert said["twitter:card"] == "summary_large_image"


def test_it_is_drawn_again_only_when_its_words_change(tree):
    page = publish(make_condition(tree.conditions, "Slipped disc"))
    first = stored().file.name
    publish(page)
    assert stored().file.name == first
    page.title = "Disc herniation"
    publish(page)
    assert stored().file.name != first
    assert not stored().file.storage.exists(first)


def test_asking_for_a_page_never_draws(client, tree, monkeypatch):
    page = make_condition(tree.conditions)
    monkeypatch.setattr("pages.share.making.draw", None)
    assert "og:image" not in heads(client, page.url)


def test_a_page_with_a_picture_or_behind_a_login_has_none(tree):
    publish(make_condition(tree.conditions, "One", picture=make_picture()))
    private = make_condition(tree.conditions, "Two")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    publish(private)
    assert not SharePicture.objects.exists()


def test_the_file_goes_with_the_page(tree):
    page = publish(make_condition(tree.conditions))
    file = stored().file
    page.delete()
    assert not file.storage.exists(file.name)


def test_the_command_draws_what_is_missing(tree, capsys):
    make_condition(tree.conditions)
    call_command("make_share_pictures")
    call_command("make_share_pictures")
    said = capsys.readouterr().out
    assert "Pictures drawn: 6" in said
    assert "Pictures drawn: 0" in said
