"""What a page type takes on whose names and tags stand in tables of their own."""

from django.db import models
from modelsearch.tasks import insert_or_update_object_task


class IndexedWithChildren(models.Model):
    """Abstract: go into the search index after the child objects are saved.

    Wagtail indexes a page on `post_save`, which modelcluster sends before it writes the children: names
    and tags would be one publication behind. `signals.connect` takes such pages out again.
    """

    search_auto_update = False

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save, then index; takes and raises what `Page.save` does."""
        super().save(*args, **kwargs)
        insert_or_update_object_task.enqueue(self._meta.app_label, self._meta.model_name, str(self.pk))
