"""What hangs on an article: its series, its topics, the articles an editor picked for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.snippets.models import register_snippet


@register_snippet
class Series(models.Model):
    """Articles meant to be read one after the other."""

    title = models.CharField(_("title"), max_length=255)

    panels = [FieldPanel("title")]

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def __str__(self):
        return self.title


class ArticleTag(TaggedItemBase):
    """A topic on an article."""

    content_object = ParentalKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class PickedArticle(Orderable):
    """A related article picked by an editor."""

    page = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="picked_articles")
    target = models.ForeignKey(
        "articles.ArticlePage", verbose_name=_("article"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("target", "articles.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("picked article")

    def __str__(self):
        return str(self.target)
