"""The picture beside a shared address, drawn for pages that have none of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SharePicture(models.Model):
    """One drawn picture of one page. `digest` stands for everything that is on it."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="share_picture")
    file = models.FileField(upload_to="share/")
    digest = models.CharField(max_length=64)
    alt = models.CharField(max_length=400)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("share picture")
        verbose_name_plural = _("share pictures")

    def __str__(self):
        return self.alt
