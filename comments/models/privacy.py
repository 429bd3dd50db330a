"""What keeps a reader's identity out of the database: salts that are thrown away, and consent texts."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_salt():
    """Give a fresh random salt (64 hexadecimal characters)."""
    return secrets.token_hex(32)


class AddressSalt(models.Model):
    """The salt of one day for hashing network addresses. Deleted after 48 hours: old hashes join nothing."""

    day = models.DateField(unique=True)
    value = models.CharField(max_length=64, default=new_salt)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.day)


class ConsentText(models.Model):
    """What a writer agreed to. A changed text is a new row, so that each comment keeps what it was shown."""

    language = models.CharField(_("language"), max_length=16)
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("in use since"), auto_now_add=True)

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        indexes = [models.Index(fields=["language", "id"], name="consent_by_language")]

    def __str__(self):
        return f"{self.language} {self.pk}"
