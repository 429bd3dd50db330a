"""What the demonstration has put into this database, so that a second run repeats nothing."""

from django.db import models


class LoadedItem(models.Model):
    """One thing the loader made. It stays when an editor changes or deletes the thing itself."""

    key = models.CharField(max_length=255, unique=True)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    loaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.key
