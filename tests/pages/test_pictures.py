"""Pictures of pages: what a crop keeps, and what a reader sees when a file is gone."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from freshness import memory
from pages.models import SiteImage
from tests.articles.factories import make_article

from .asking import html_of
from .factories import make_picture

RED, BLUE = (220, 20, 20), (20, 20, 220)


@pytest.fixture
def halves(db):
    """Call it with a focal point to get a picture (400 x 100 pixels): left half red, right half blue."""

    def make(**focus):
        drawn, file = Image.new("RGB", (400, 100), RED), BytesIO()
        drawn.paste(BLUE, (200, 0, 400, 100))
        drawn.save(file, "png")
        content = ContentFile(file.getvalue(), "halves.png")
        return SiteImage.objects.create(title="Halves", file=content, **focus)

    return make


@pytest.mark.parametrize(("at", "kept"), [(60, RED), (340, BLUE)])
def test_a_crop_keeps_what_the_editor_pointed_at(halves, at, kept):
    focus = {"focal_point_x": at, "focal_point_y": 50, "focal_point_width": 40, "focal_point_height": 40}
    made = halves(**focus).get_rendition("fill-80x80")
    with made.file.open() as file:
        assert Image.open(file).convert("RGB").getpixel((40, 40)) == kept


def test_what_a_cut_took_goes_back_to_the_system(halves, monkeypatch):
    given = []
    monkeypatch.setattr("pages.models.images.give_back", lambda: given.append(True))
    picture = halves()
    for _time in range(2):  # cut once
        picture.get_rendition("fill-80x80")
    assert given == [True]


def test_memory_is_given_back_where_the_c_library_can(monkeypatch):
    asked = []
    monkeypatch.setattr(memory, "_trim", asked.append)
    memory.give_back()
    assert asked == [0]
    monkeypatch.setattr(memory, "_trim", None)
    memory.give_back()


@pytest.mark.parametrize("gone", ["original", "rendition"])
def test_a_page_is_readable_when_a_file_of_its_picture_is_gone(client, tree, gone):
    picture = make_picture()
    article = make_article(tree.articles, "Hips", picture=picture, picture_alt="A hip joint")
    if gone == "rendition":
        html_of(client, article.url)
        for made in picture.renditions.all():
            made.file.storage.delete(made.file.name)
    picture.file.storage.delete(picture.file.name)
    html = html_of(client, article.url)
    assert "<h1>Hips</h1>" in html
    assert 'alt="A hip joint"' in html
