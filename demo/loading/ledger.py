"""What has been loaded already. A second run asks here, not the pages, so it undoes no editor's change."""

from django.utils.functional import cached_property
from wagtail.models import Page

from demo.models import LoadedItem


class Ledger:
    """The keys of everything loaded, read once; `remember` adds to database and memory."""

    @cached_property
    def ids(self):
        """The id (int or None) of each loaded thing by its key (dict)."""
        return dict(LoadedItem.objects.values_list("key", "object_id"))

    def __contains__(self, key):
        return key in self.ids

    def remember(self, key, thing=None):
        """Write down that `key` was loaded as `thing` (a saved model instance, or None)."""
        object_id = thing.pk if thing else None
        LoadedItem.objects.create(key=key, object_id=object_id)
        self.ids[key] = object_id

    def page(self, key):
        """Give the page loaded under `key` as its own type, or None when it is gone or was never loaded."""
        page = Page.objects.filter(pk=self.ids.get(key)).first()
        return page and page.specific

    def one(self, model, key):
        """Give the instance of `model` loaded under `key`, or None."""
        return model.objects.filter(pk=self.ids.get(key)).first()
