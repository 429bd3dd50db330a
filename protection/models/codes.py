"""Codes for whoever lost the telephone."""

import base64
import hashlib
import secrets

from django.conf import settings
from django.db import models

NUMBER = 10
# 15 bytes are 120 bits: enough for a plain hash to keep them secret (OWASP ASVS 5.0, 6.5.2).
BYTES = 15


class RecoveryCode(models.Model):
    """A code that replaces the second step once. Only its hash is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    hash = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "hash"], name="one_row_per_recovery_code")]

    def __str__(self):
        return f"{self.user_id}: {self.hash[:8]}"

    @classmethod
    def renew(cls, user):
        """Replace the codes of `user`; give the new ones (list of str), which are never shown again."""
        codes = [new_code() for _number in range(NUMBER)]
        cls.objects.filter(user=user).delete()
        cls.objects.bulk_create([cls(user=user, hash=hash_of(code)) for code in codes])
        return codes

    @classmethod
    def use(cls, user, text):
        """Use up the code that `text` (str) is, and say whether there was one (bool)."""
        return bool(cls.objects.filter(user=user, hash=hash_of(text)).delete()[0])


def new_code():
    """Give a code (str) of six groups of four letters and digits."""
    text = base64.b32encode(secrets.token_bytes(BYTES)).decode()
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def hash_of(text):
    """Give the SHA-256 (str) of a code as it may be typed: small letters and spaces do not matter."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
