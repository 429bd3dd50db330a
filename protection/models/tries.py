"""How often somebody tried in vain."""

from django.db import models


class TryCount(models.Model):
    """Failures of one kind since `began`; the key is a hash, so that nobody reads a name or an address."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    began = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["began"], name="tries_by_age")]

    def __str__(self):
        return f"{self.key[:8]}: {self.count}"
