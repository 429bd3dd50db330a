"""A treatment: how it works, what it may do, what it risks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from comments.mixins import CommentsMixin
from conditions import comparison, sections, treatment_list
from conditions.articles_about import article_cards
from conditions.names_shown import also_known_as
from conditions.untranslated import sections_left
from editorial.cards import medical_cards
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from editorial.trust import trust_of
from pages.blocks import RICH_TEXT_FEATURES, SectionStreamBlock
from pages.cards import Label
from pages.kept import language_of
from pages.picture import prefetch_pictures
from pages.routing import OneTypeBelow
from pages.search_result.panel import PROMOTE_PANELS
from pages.translated_fields import own, shared
from pages.visibility import visible

from .names import Name, NamedMixin

# Rich texts in their order on the page: anchor and heading.
TEXTS = {
    "benefits": ("benefits", _("What it may do")),
    "risks": ("risks", _("Risks and unknowns")),
    "suitable_for": ("who-it-suits", _("Who it suits")),
    "without_treatment": ("without-it", _("Without this treatment")),
}


class TreatmentPage(NamedMixin, CommentsMixin, MedicalPage):
    """One treatment. How sure its evidence is belongs to each condition, never to the treatment itself."""

    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    how_it_works = StreamField(SectionStreamBlock(), verbose_name=_("how it works"), blank=True)
    benefits = RichTextField(_("benefits"), features=RICH_TEXT_FEATURES, blank=True)
    risks = RichTextField(
        _("risks"),
        features=RICH_TEXT_FEATURES,
        blank=True,
        help_text=_("As large as the benefits: side effects, complications, what is not known."),
    )
    suitable_for = RichTextField(_("who it suits"), features=RICH_TEXT_FEATURES, blank=True)
    without_treatment = RichTextField(_("without this treatment"), features=RICH_TEXT_FEATURES, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        InlinePanel("names", heading=_("Also known as"), label=_("Name")),
        FieldPanel("picture"),
        FieldPanel("how_it_works"),
        FieldPanel("benefits"),
        FieldPanel("risks"),
        FieldPanel("suitable_for"),
        FieldPanel("without_treatment"),
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
        index.SearchField("how_it_works"),
        index.SearchField("benefits"),
        index.SearchField("risks"),
        index.SearchField("suitable_for"),
        index.SearchField("without_treatment"),
    ]

    override_translatable_fields = [
        *MedicalPage.override_translatable_fields,
        *shared("names", "codes"),
        *own("comments_mode", "comments_open_until"),
    ]

    parent_page_types = ["conditions.TreatmentIndexPage"]
    subpage_types = []

    is_news = True

    class Meta:
        verbose_name = _("treatment")
        verbose_name_plural = _("treatments")

    @classmethod
    def subjects_of(cls, ids):
        """Give (page id, translation key of a condition) for the treatments among the pages `ids`."""
        pages = cls.objects.filter(pk__in=ids).values_list("pk", "translation_key")
        rows = public_options(cls).filter(treatment__translation_key__in=[key for _pk, key in pages])
        uses = rows.values_list("treatment__translation_key", "page__translation_key").distinct()
        return [(pk, condition) for pk, key in pages for treatment, condition in uses if treatment == key]

    @classmethod
    def about(cls, keys):
        """Give the queryset of the treatments of the conditions with these translation keys."""
        options = public_options(cls).filter(page__translation_key__in=keys)
        return cls.objects.filter(translation_key__in=options.values("treatment__translation_key"))

    @classmethod
    def cards(cls, pages, request):
        """Give [Card] of treatments, in a fixed number of queries."""
        return medical_cards(
            pages,
            request,
            drawing=lambda _page: "treatment",
            labels_of=lambda _page: [Label(_("Treatment"))],
        )

    def get_context(self, request, *args, **kwargs):
        """Add what the template prints: `sections`, `contents`, `names`, `codes`, `byline`, `trust`."""
        context = super().get_context(request, *args, **kwargs)
        prefetch_pictures([self], [self.how_it_works])
        uses = comparison.options_with(self, request)
        shown = sections.shown(self._sections(request, uses))
        trust = trust_of(self, request, comparison.certainty_counts(uses))
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
        """Give [(words, number)] over the published conditions of this language for which it is an option."""
        return self.naming_options.certainty_counts()

    @property
    def naming_options(self):
        """The options (queryset) of published conditions that name it, in its language.

        They are picked from all languages here: asked for one, SQLite walks through all conditions in it.
        """
        options = self.treatment_options.model.objects
        naming = options.filter(treatment__translation_key=self.translation_key, page__live=True)
        languages = naming.order_by().values_list("pk", "page__locale_id")
        return options.filter(pk__in=[pk for pk, language in languages if language == self.locale_id])

    def _sections(self, request, uses):
        left = sections_left(self, TEXTS)
        return [
            sections.stream_section("how-it-works", _("How it works"), self.how_it_works),
            *(
                sections.rich_section(anchor, title, getattr(self, name), left.get(name, ""))
                for name, (anchor, title) in TEXTS.items()
            ),
            sections.Section("conditions", str(_("What it is used for")), extra={"uses": uses}),
            sections.Section(
                "articles", str(_("Articles about it")), extra={"cards": article_cards(self, request)}
            ),
        ]


def public_options(model):
    """Give the queryset of the options of published conditions; `model`: TreatmentPage."""
    return model.treatment_options.rel.related_model.objects.filter(page__live=True).order_by()


class TreatmentName(Name):
    """Another name of a treatment."""

    page = ParentalKey(TreatmentPage, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name of a treatment")
        indexes = [models.Index(fields=["name"], name="treatment_name")]


class TreatmentIndexPage(OneTypeBelow, CommentsMixin, Page):
    """The list of treatments."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["conditions.TreatmentPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of treatments")

    def get_context(self, request, *args, **kwargs):
        """Add `treatments`, `pager`, `groups` (filter choices) and `group` (the one chosen)."""
        context = super().get_context(request, *args, **kwargs)
        found = visible(TreatmentPage.objects.child_of(self), request)
        return {**context, **treatment_list.listing(found, request)}
