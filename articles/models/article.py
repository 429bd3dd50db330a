"""An article: one text about conditions and treatments, or one reader's question answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from comments.mixins import CommentsMixin
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from pages.blocks import BodyStreamBlock


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


class ArticlePage(CommentsMixin, MedicalPage):
    """One article, in one of two formats."""

    class Format(models.TextChoices):
        ARTICLE = "article", _("Article")
        QUESTION = "question", _("Question and answer")

    format = models.CharField(_("format"), max_length=16, choices=Format.choices, default=Format.ARTICLE)
    question = models.TextField(
        _("the reader's question"),
        blank=True,
        help_text=_("Question and answer only: the question in the reader's words, shown above the answer."),
    )
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("alternative text of the picture"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the picture says, for those who cannot see it. Leave empty when it only decorates."
        ),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)
    conditions = ParentalManyToManyField(
        "conditions.ConditionPage", verbose_name=_("conditions"), blank=True, related_name="articles"
    )
    treatments = ParentalManyToManyField(
        "conditions.TreatmentPage", verbose_name=_("treatments"), blank=True, related_name="articles"
    )
    tags = ClusterTaggableManager(verbose_name=_("topics"), through=ArticleTag, blank=True)
    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    series_position = models.PositiveSmallIntegerField(_("place in the series"), default=1)

    content_panels = [
        *Page.content_panels,
        FieldPanel("title_status"),
        FieldPanel("format"),
        FieldPanel("question"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Lead picture")),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("conditions"), FieldPanel("treatments"), FieldPanel("tags")],
            heading=_("What it is about"),
        ),
        MultiFieldPanel([FieldPanel("series"), FieldPanel("series_position")], heading=_("Series")),
        InlinePanel(
            "picked_articles",
            heading=_("Related articles picked by hand"),
            label=_("Article"),
            help_text=_("These come first; the list is then filled by condition, treatment and topic."),
        ),
    ]
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]
    edit_handler = medical_tabs(
        content=content_panels,
        about=MedicalPage.about_panels,
        promote=Page.promote_panels,
        settings=settings_panels,
    )

    search_fields = [
        *MedicalPage.search_fields,
        index.SearchField("question"),
        index.SearchField("body"),
        index.RelatedFields("conditions", [index.SearchField("title")]),
        index.RelatedFields("tags", [index.SearchField("name", boost=2)]),
        index.FilterField("format"),
    ]

    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["series", "series_position"], name="article_in_series")]


class PickedArticle(Orderable):
    """A related article picked by an editor."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="picked_articles")
    target = models.ForeignKey(
        ArticlePage, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("target", "articles.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("picked article")

    def __str__(self):
        return str(self.target)


class ArticleIndexPage(CommentsMixin, Page):
    """The list of articles, newest first."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of articles")
