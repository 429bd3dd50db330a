"""Pictures: where they were taken is nobody's business."""

import struct
from functools import partial
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image
from wagtail.images.forms import BaseImageForm

PLACE = ExifTags.IFD.GPSInfo
# How to write a format again with as little loss as it allows.
# What Pillow raises on pictures that end too early or contradict themselves.
DAMAGED = (OSError, ValueError, SyntaxError, EOFError, struct.error)
KEEP = {"JPEG": {"quality": "keep"}, "PNG": {}, "WEBP": {"quality": 95}, "AVIF": {"quality": 95}}


class PictureForm(BaseImageForm):
    """Wagtail's form, which forgets the place; bytes, pixels and format are checked by its field."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "file" in self.fields:
            field = self.fields["file"]
            field.check_image_pixel_size = partial(count_pixels, field.check_image_pixel_size)

    def clean_file(self):
        """Give the picture, without the place where it was taken."""
        file = self.cleaned_data["file"]
        return without_place(file) if "file" in self.changed_data else file


def count_pixels(check, file):
    """Let Wagtail `check` the pixels of a file; Pillow gives up on damaged and on enormous ones."""
    try:
        check(file)
    except Image.DecompressionBombError as error:
        raise ValidationError(_("This file has far too many pixels."), code="file_too_many_pixels") from error
    except DAMAGED as error:
        raise ValidationError(_("This picture is damaged and cannot be read."), code="damaged") from error


def without_place(file):
    """Give an uploaded picture without the GPS data of its EXIF; the same file when it has none."""
    file.seek(0)
    with Image.open(file) as picture:
        exif = picture.getexif()
        if PLACE not in exif or picture.format not in KEEP:
            file.seek(0)
            return file
        written = write_again(picture, exif)
    clean = SimpleUploadedFile(file.name, written, file.content_type)
    clean.image = file.image
    return clean


def write_again(picture, exif):
    """Give the bytes of a Pillow image with its `exif` but for the place."""
    del exif[PLACE]
    target = BytesIO()
    icc = {"icc_profile": picture.info["icc_profile"]} if "icc_profile" in picture.info else {}
    picture.save(target, picture.format, exif=exif, **icc, **KEEP[picture.format])
    return target.getvalue()
