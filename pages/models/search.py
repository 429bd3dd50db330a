"""What the search remembers beside the index: in how many texts each word stands, and what was not found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchTerm(models.Model):
    """One word of the index, analysed, and the number of indexed texts in which it stands.

    Kept up to date as texts are indexed; `manage.py update_index` counts it anew. It holds words of drafts
    too, so nothing from here is shown to a reader before a public page with it was found.
    """

    term = models.CharField(max_length=64, primary_key=True)
    documents = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("word of the search index")
        verbose_name_plural = _("words of the search index")

    def __str__(self):
        return self.term


class Spelling(models.Model):
    """One way to write a word: the `word` as pages write it, under a `key` with at most one letter left out.

    Two words that differ by one typing mistake share a key (symmetric deletion, W. Garbe's SymSpell).
    """

    key = models.CharField(max_length=24, db_index=True)
    word = models.CharField(max_length=24)

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        constraints = [models.UniqueConstraint(fields=["word", "key"], name="one_row_per_word_and_key")]

    def __str__(self):
        return self.word


class MissedSearch(models.Model):
    """How often on one day a search found nothing. No address, no session, no time of day."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=16)
    query = models.CharField(_("searched for"), max_length=100)
    times = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        ordering = ["-day", "-times", "query"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "query"], name="one_count_per_missed_search_and_day"
            )
        ]

    def __str__(self):
        return self.query
