"""A treatment: how it works, what it may do, what it risks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from comments.mixins import CommentsMixin
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from pages.blocks import RICH_TEXT_FEATURES, SectionStreamBlock

from .names import Name, NamedMixin


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
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]
    edit_handler = medical_tabs(
        content=content_panels,
        about=MedicalPage.about_panels,
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
    ]

    parent_page_types = ["conditions.TreatmentIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("treatment")
        verbose_name_plural = _("treatments")


class TreatmentName(Name):
    """Another name of a treatment."""

    page = ParentalKey(TreatmentPage, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name of a treatment")
        indexes = [models.Index(fields=["name"], name="treatment_name")]


class TreatmentIndexPage(CommentsMixin, Page):
    """The list of treatments."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["conditions.TreatmentPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of treatments")
