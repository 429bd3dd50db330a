"""Pictures, with what a publisher must know about each: who made it and whether it may be used."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from freshness.memory import give_back

# In pixels: a picture that is blown up beyond fills memory and serves nobody.
LONGEST_SIDE = 4000


class SiteImage(AbstractImage):
    """A picture with credit and licence; its `description` is the default alt text."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown under it."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=255,
        blank=True,
        help_text=_("For example: CC BY 4.0, or the number of your contract."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def generate_rendition_file(self, filter, **options):
        """Give the file of a rendition. Raises InvalidFilterSpecError when it would be too large."""
        if any(self._side(operation) > LONGEST_SIDE for operation in filter.operations):
            raise InvalidFilterSpecError(f"{filter.spec}: a side is longer than {LONGEST_SIDE} pixels")
        try:
            return super().generate_rendition_file(filter, **options)
        finally:
            give_back()

    def _side(self, operation):
        """The longest side (pixels) that an operation of a filter asks for."""
        scaled = max(self.width, self.height) * getattr(operation, "percent", 0) / 100
        return max(scaled, *(getattr(operation, name, 0) for name in ("width", "height", "size")))


class SiteRendition(AbstractRendition):
    """One size and format of a picture, made once and kept."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_per_filter"
            )
        ]
