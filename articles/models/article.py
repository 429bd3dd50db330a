"""An article: one text about conditions and treatments, or one reader's question answered."""

from functools import partial
from typing import NamedTuple

from django.db import models
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.contrib.routable_page.models import path as sub_path
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from articles import listing
from articles.labels import drawing_of, format_labels, labels_of_shown
from articles.related import relate_soon
from articles.related.panels import RelatedPanel
from articles.series import place_in_series
from articles.subjects import hand_to_translations, take_from_original
from comments.mixins import CommentsMixin
from conditions.models import TreatmentOption
from editorial.cards import medical_cards, voice_labels
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from editorial.trust import trust_of
from pages.blocks import BodyStreamBlock
from pages.outline import outline
from pages.picture import prefetch_pictures
from pages.routing import OneTypeBelow
from pages.search_result.panel import PROMOTE_PANELS
from pages.translated_fields import own, shared
from pages.translations import LINK_FIELDS, in_language
from pages.visibility import hidden, visible
from pages.widgets import PagesChooser

from .parts import ArticleTag, Series


class Subjects(NamedTuple):
    """What an article is about: ConditionPages, TreatmentPages, Tags."""

    conditions: list
    treatments: list
    topics: list


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
        FieldPanel("title_status", heading=_("State of the title")),
        FieldPanel("format"),
        FieldPanel("question"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Lead picture")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("conditions", widget=PagesChooser("conditions.conditionpage")),
                FieldPanel("treatments", widget=PagesChooser("conditions.treatmentpage")),
                FieldPanel("tags"),
            ],
            heading=_("What it is about"),
            help_text=_("A translation is about the conditions and treatments of its original."),
        ),
        MultiFieldPanel([FieldPanel("series"), FieldPanel("series_position")], heading=_("Series")),
        InlinePanel(
            "picked_articles",
            heading=_("Related articles picked by hand"),
            label=_("Article"),
            help_text=_("These come first; the list is then filled by condition, treatment and topic."),
        ),
        RelatedPanel(heading=_("Related articles found alike")),
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
        index.RelatedFields("conditions", [index.SearchField("title"), index.SearchField("search_names")]),
        index.RelatedFields("treatments", [index.SearchField("title"), index.SearchField("search_names")]),
        index.RelatedFields("tags", [index.SearchField("name", boost=2)]),
        index.FilterField("format"),
    ]

    override_translatable_fields = [
        *MedicalPage.override_translatable_fields,
        *shared("format", "series", "series_position", "tagged_items", "conditions", "treatments"),
        *own("comments_mode", "comments_open_until", "picked_articles", "tags"),
    ]

    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types = []

    is_news = True

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["series", "series_position"], name="article_in_series")]

    @classmethod
    def subjects_of(cls, ids):
        """Give (page id, translation key) of the conditions that the articles among the pages `ids` name."""
        rows = cls.conditions.through.objects.filter(articlepage__in=ids)
        return rows.values_list("articlepage_id", "conditionpage__translation_key")

    @classmethod
    def about(cls, keys):
        """Give the queryset of the articles that name one of the conditions with these translation keys."""
        return cls.objects.filter(conditions__translation_key__in=keys)

    @classmethod
    def cards(cls, pages, request):
        """Give [Card] of articles, in a fixed number of queries."""
        return medical_cards(pages, request, drawing=drawing_of, labels_of=format_labels(pages))

    def save(self, *args, **kwargs):
        """Save, with it what translations are about; when readers may see a change, relate it anew."""
        whole = not kwargs.get("update_fields")
        if whole:
            take_from_original(self)
        super().save(*args, **kwargs)
        if self.live and whole:
            for article in (self, *hand_to_translations(self)):
                relate_soon(article)

    @cached_property
    def subjects(self):
        """What it is about (Subjects), read once while the page is being shown."""
        return self._subjects(self.conditions.all(), self.treatments.all())

    def _subjects(self, conditions, treatments):
        return Subjects(list(conditions), list(treatments), list(self.tags.all()))

    def get_context(self, request, *args, **kwargs):
        """Add what the template prints: text, people, what it is about, the series."""
        context = super().get_context(request, *args, **kwargs)
        relations = (self.conditions, self.treatments)
        self.subjects = self._subjects(*(relation.only(*LINK_FIELDS) for relation in relations))
        published = visible(ArticlePage.objects, request)
        prefetch_pictures([self], [self.body])
        text, trust = outline(self.body), trust_of(self, request)
        return {
            **context,
            "outline": text,
            "contents": text.contents,
            "labels": [*labels_of_shown(self), *voice_labels(self)],
            "byline": trust.byline,
            "trust": trust,
            "about": self._about(request),
            "topics": self._topics(request),
            "series": place_in_series(self, published),
        }

    def certainty_summary(self):
        """Give [(words, number)] of its treatments for its conditions; [] when it names none of either."""
        return TreatmentOption.objects.filter(
            treatment__translation_key__in=[item.translation_key for item in self.subjects.treatments],
            page__translation_key__in=[item.translation_key for item in self.subjects.conditions],
            page__live=True,
            page__locale_id=self.locale_id,
        ).certainty_counts()

    def _about(self, request):
        """Give the published conditions and treatments as [(title, address)]."""
        pages = [*in_language(self.subjects.conditions, self.locale_id)]
        pages += in_language(self.subjects.treatments, self.locale_id)
        return [(page.title, page.get_url(request)) for page in pages if page.live]

    def _topics(self, request):
        start = self.get_url(request).removesuffix(f"{self.slug}/")
        return [(tag.name, f"{start}topics/{tag.slug}/") for tag in self.subjects.topics]


class ArticleIndexPage(RoutablePageMixin, OneTypeBelow, CommentsMixin, Page):
    """The list of articles, newest first."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of articles")

    def published(self, request):
        """Give the queryset of ArticlePages of this list that everybody may see."""
        return visible(ArticlePage.objects.child_of(self), request)

    def whole(self, request):
        """Give the Whole of what everybody may see; its number: all that the tree has below, less the hidden.

        Counting a hundred thousand rows took the database as long as all the rest of a list.
        """
        below = Page.objects.child_of(self)
        return listing.Whole(visible(below, request), self.numchild - hidden(below, request).count())

    @sub_path("")
    def all_articles(self, request):
        """The whole list."""
        found, start = self.published(request), self.get_url(request)
        return self.render(
            request,
            context_overrides={
                **listing.listing(found, request, start, partial(self.whole, request)),
                "topics": listing.topics(found, listing.TOPICS_SHOWN),
            },
        )

    @sub_path("topics/", name="topics")
    def all_topics(self, request):
        """Every topic with the number of its articles."""
        return self.render(
            request,
            context_overrides={"topics": listing.topics(self.published(request))},
            template="articles/topics.html",
        )

    @sub_path("topics/<str:slug>/", name="topic")
    def one_topic(self, request, slug):
        """The articles on one topic; 404 when no published article carries it."""
        found = self.published(request).filter(tags__slug=slug)
        topic = next((topic for topic in listing.topics(found) if topic.slug == slug), None)
        if topic is None:
            raise Http404
        start = self.get_url(request) + self.reverse_subpage("topic", args=[slug])
        return self.render(
            request,
            context_overrides={"topic": topic, **listing.listing(found, request, start)},
            template="articles/topic.html",
        )
