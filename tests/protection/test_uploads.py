"""Uploads are judged by content: pictures and documents, small and monstrous, honest and not."""

import io
import zipfile
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image
from wagtail.documents import get_document_model
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.forms import get_image_form

from pages.models import SiteImage
from protection.uploads.documents import check_document
from tests.needs import SHARED
from tests.pages.factories import make_picture

pytestmark = [pytest.mark.sqlite]
BAD = SHARED / "data" / "bad_input"
GPS = ExifTags.IFD.GPSInfo


def picture_field():
    """Give the field that takes a picture in the admin."""
    return get_image_form(SiteImage)().fields["file"]


def archive(*names, **large):
    """Give the bytes of a ZIP archive with these parts; `large`: bytes of blanks in part `blanks`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, "x")
        if large:
            packed.writestr("word/media/a.bin", b"\0" * large["blanks"])
    return target.getvalue()


WORD = ("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("extension", "content"),
    [
        ("pdf", b"%PDF-1.7 ..."),
        ("txt", "Ruhe hilft. 多休息".encode()),
        ("csv", "名称,值".encode("gb18030")),
        ("docx", archive(*WORD)),
        ("xlsx", archive("[Content_Types].xml", "xl/workbook.xml")),
        ("odt", archive("mimetype", "content.xml")),
    ],
)
def test_an_honest_document_is_taken(extension, content):
    check_document(io.BytesIO(content), extension)


@pytest.mark.parametrize(
    ("extension", "content", "words"),
    [
        ("pdf", b"MZ\x90\0 a program", "not a .pdf"),
        ("txt", b"  <!DOCTYPE html><script>alert(1)</script>", "not a .txt"),
        ("txt", b"\x7fELF\0\0\0", "not a .txt"),
        ("csv", b"<svg onload=alert(1)>", "not a .csv"),
        ("docx", b"PK\x03\x04 broken", "not a .docx"),
        ("docx", archive("evil.exe"), "not a .docx"),
        ("xlsx", archive(*WORD), "not a .xlsx"),
        ("docx", archive(*WORD, blanks=50_000_000), "unpacks to far more"),
        ("docx", archive(*WORD, *(f"word/{number}" for number in range(2001))), "unpacks to far more"),
        ("docx", archive(*WORD, "word/vbaProject.bin"), "holds a program"),
    ],
)
def test_a_document_that_lies_or_harms_is_refused_in_words(extension, content, words):
    with pytest.raises(ValidationError, match=words):
        check_document(io.BytesIO(content), extension)


@pytest.mark.django_db
def test_the_form_of_the_admin_looks_into_a_document(admin_client, tree):
    file = SimpleUploadedFile("leaflet.pdf", b"<script>alert(1)</script>")
    answer = admin_client.post("/admin/documents/add/", {"title": "Leaflet", "file": file, "collection": 1})
    assert "This is not a .pdf file" in answer.content.decode()
    assert not get_document_model().objects.exists()


def picture(name="a.jpg", size=(64, 40), kind="JPEG", **options):
    """Give an uploaded picture."""
    target = io.BytesIO()
    Image.new("RGB", size, "#0b5a55").save(target, kind, **options)
    return SimpleUploadedFile(name, target.getvalue(), f"image/{kind.lower()}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            partial(
                SimpleUploadedFile, "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
            ),
            "format",
        ),
        (partial(SimpleUploadedFile, "a.png", b"<html><script>alert(1)</script></html>"), "image"),
        (partial(picture, "a.gif", kind="PNG"), "does not match"),
        (partial(picture, "a.png", (6400, 6400), "PNG"), "too many pixels"),
        (partial(SimpleUploadedFile, "a.png", b"x" * (10 * 1024 * 1024 + 1)), "."),
    ],
)
def test_a_picture_that_is_none_or_too_much_is_refused(make, words):
    file = make()
    with pytest.raises(ValidationError, match=words):
        picture_field().clean(file)


@pytest.mark.django_db
@pytest.mark.needs("data")
def test_no_broken_picture_of_the_collection_harms():
    for path in sorted((BAD / "images").iterdir()):
        for name in (path.name, f"{path.name}.jpg"):
            upload = SimpleUploadedFile(name, path.read_bytes())
            try:
                picture_field().clean(upload)
            except ValidationError:
                continue


@pytest.mark.django_db
@pytest.mark.needs("data")
def test_where_a_picture_was_taken_is_forgotten_and_how_to_hold_it_kept(admin_client, tree):
    original = (BAD / "images" / "exif_gps.jpg").read_bytes()
    assert GPS in Image.open(io.BytesIO(original)).getexif()
    file = SimpleUploadedFile("hip.jpg", original, "image/jpeg")
    admin_client.post(
        "/admin/images/add/", {"title": "Hip", "description": "A hip", "file": file, "collection": 1}
    )
    kept = SiteImage.objects.get()
    with Image.open(kept.file.path) as stored, Image.open(kept.get_rendition("width-40").file.path) as shown:
        assert GPS not in stored.getexif()
        assert GPS not in shown.getexif()


@pytest.mark.django_db
@pytest.mark.parametrize("spec", ["scale-8000", "width-4001", "fill-5000x10", "max-10x99999"])
def test_no_picture_is_blown_up_to_fill_the_memory(spec):
    small = make_picture()
    with pytest.raises(InvalidFilterSpecError, match="longer than 4000"):
        small.get_rendition(spec)


@pytest.mark.django_db
def test_a_picture_that_is_also_a_script_is_served_as_a_picture_that_may_do_nothing(client, tree):
    small = make_picture()
    answer = client.get(small.file.url)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_document_is_served_under_a_policy_that_lets_it_do_nothing(client, tree):
    document = get_document_model().objects.create(
        title="Notes", file=SimpleUploadedFile("notes.txt", b"<script>alert(1)</script>")
    )
    answer = client.get(document.url)
    assert answer["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
