"""Which articles belong together, as computed when one of them was published."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RelatedArticle(models.Model):
    """One line of the list under `from_page`: `to_page`, how much it belongs there, and why."""

    from_page = models.ForeignKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="related_rows"
    )
    to_page = models.ForeignKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    because = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
        constraints = [
            models.UniqueConstraint(fields=["from_page", "to_page"], name="related_article_once"),
            models.CheckConstraint(
                condition=~models.Q(from_page=models.F("to_page")), name="article_not_related_to_itself"
            ),
        ]

    def __str__(self):
        return f"{self.from_page_id} -> {self.to_page_id}"
