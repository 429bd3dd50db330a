"""A condition: what it is, how it shows, what helps, when to get help."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from comments.mixins import CommentsMixin
from conditions import az, comparison, sections
from conditions.articles_about import article_cards
from conditions.names_shown import also_known_as
from editorial.cards import medical_cards
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from editorial.trust import trust_of
from pages.blocks import SectionStreamBlock
from pages.cards import Label
from pages.kept import language_of
from pages.picture import prefetch_pictures
from pages.routing import OneTypeBelow
from pages.search_result.panel import PROMOTE_PANELS
from pages.translated_fields import own, shared

from .listed import filed_once, public_names
from .names import Name, NamedMixin

TEXTS = ("overview", "symptoms", "causes", "diagnosis", "treatment_intro", "get_help")


class ConditionPage(NamedMixin, CommentsMixin, MedicalPage):
    """One condition. Its title is the preferred name; sections left empty are not shown."""

    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    overview = StreamField(SectionStreamBlock(), verbose_name=_("overview"), blank=True)
    symptoms = StreamField(SectionStreamBlock(), verbose_name=_("symptoms"), blank=True)
    causes = StreamField(SectionStreamBlock(), verbose_name=_("causes"), blank=True)
    diagnosis = StreamField(SectionStreamBlock(), verbose_name=_("diagnosis"), blank=True)
    treatment_intro = StreamField(
        SectionStreamBlock(), verbose_name=_("treatments: introduction"), blank=True
    )
    get_help = StreamField(SectionStreamBlock(), verbose_name=_("when to get help"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        InlinePanel(
            "names",
            heading=_("Also known as"),
            label=_("Name"),
            help_text=_(
                "Readers find the condition under each of these names, in the A to Z and in the search."
            ),
        ),
        FieldPanel("picture"),
        FieldPanel("overview"),
        FieldPanel("symptoms"),
        FieldPanel("causes"),
        FieldPanel("diagnosis"),
        FieldPanel("treatment_intro"),
        InlinePanel(
            "treatment_options",
            heading=_("Treatments"),
            label=_("Treatment"),
            help_text=_(
                "What each treatment does for this condition, with its risks and the certainty of evidence."
            ),
        ),
        FieldPanel("get_help"),
    ]
    about_panels = [
        *MedicalPage.about_panels,
        InlinePanel("codes", heading=_("Medical codes"), label=_("Code")),
    ]
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]
    edit_handler = medical_tabs(
        content=content_panels,
        about=about_panels,
        promote=Page.promote_panels,
        settings=settings_panels,
    )

    search_fields = [
        *MedicalPage.search_fields,
        *NamedMixin.name_search_fields,
        index.SearchField("overview"),
        index.SearchField("symptoms"),
        index.SearchField("causes"),
        index.SearchField("diagnosis"),
        index.SearchField("treatment_intro"),
        index.RelatedFields(
            "treatment_options",
            [
                index.RelatedFields("treatment", [index.SearchField("title")]),
                index.SearchField("summary"),
                index.SearchField("benefits"),
                index.SearchField("risks"),
                index.SearchField("suitable_for"),
            ],
        ),
        index.SearchField("get_help"),
    ]

    override_translatable_fields = [
        *MedicalPage.override_translatable_fields,
        *shared("names", "codes"),
        *own("comments_mode", "comments_open_until"),
    ]

    parent_page_types = ["conditions.ConditionIndexPage"]
    subpage_types = []

    is_news = True

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def save(self, *args, **kwargs):
        """Save, and file its names in the A to Z."""
        with transaction.atomic(), filed_once():
            return super().save(*args, **kwargs)

    @classmethod
    def subjects_of(cls, ids):
        """Give (page id, translation key) of the conditions among the pages `ids`: each is about itself."""
        return cls.objects.filter(pk__in=ids).values_list("pk", "translation_key")

    @classmethod
    def about(cls, keys):
        """Give the queryset of the conditions with these translation keys."""
        return cls.objects.filter(translation_key__in=keys)

    @classmethod
    def cards(cls, pages, request):
        """Give [Card] of conditions, in a fixed number of queries."""
        return medical_cards(
            pages,
            request,
            drawing=lambda _page: "condition",
            labels_of=lambda _page: [Label(_("Condition"))],
        )

    def get_context(self, request, *args, **kwargs):
        """Add what the template prints: `sections`, `contents`, `names`, `codes`, `byline`, `trust`."""
        context = super().get_context(request, *args, **kwargs)
        texts = (getattr(self, name) for name in TEXTS)
        prefetch_pictures([self], texts)
        options = comparison.options_of(self, request)
        shown = sections.shown(self._sections(request, options))
        trust = trust_of(self, request, comparison.certainty_counts(options))
        return {
            **context,
            "sections": shown,
            "contents": sections.contents(shown),
            "names": also_known_as(self, language_of(self.locale_id)),
            "codes": list(self.codes.all()),
            "byline": trust.byline,
            "trust": trust,
        }

    def certainty_summary(self):
        """Give [(words, number)]: how many of its treatments by stage have which certainty."""
        return self.treatment_options.model.objects.filter(page_id=self.pk).certainty_counts()

    def _sections(self, request, options):
        groups = comparison.grouped(options)
        table = comparison.stage_table(groups)
        section = sections.stream_section
        return [
            section("overview", _("Overview"), self.overview),
            section("symptoms", _("Symptoms"), self.symptoms),
            section("causes", _("Causes"), self.causes),
            section("diagnosis", _("Diagnosis"), self.diagnosis),
            section("treatments", _("Treatments"), self.treatment_intro, groups=groups, table=table),
            section("when-to-get-help", _("When to get help"), self.get_help),
            section("articles", _("Articles about it"), None, cards=article_cards(self, request)),
        ]


class ConditionName(Name):
    """Another name of a condition."""

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name of a condition")
        indexes = [models.Index(fields=["name"], name="condition_name")]


class ConditionIndexPage(OneTypeBelow, CommentsMixin, Page):
    """Conditions from A to Z, each under all of its names."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["conditions.ConditionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of conditions")

    def get_context(self, request, *args, **kwargs):
        """Add `letters` (the strip), `shown` (those whose entries are listed) and `total` (int)."""
        context = super().get_context(request, *args, **kwargs)
        counts, names = public_names(self, request)
        return {**context, **az.listing(az.letters(counts), names, request, self.get_url(request))}

    def strip(self, request):
        """Give (dict) the strip alone: `start` (address of the list), `letters`, `by_letter`."""
        counts, _names = public_names(self, request)
        return {"start": self.get_url(request), **az.strip(az.letters(counts))}
