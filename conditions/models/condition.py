"""A condition: what it is, how it shows, what helps, when to get help."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from comments.mixins import CommentsMixin
from editorial.models import MedicalPage
from editorial.panels import medical_tabs
from pages.blocks import SectionStreamBlock

from .names import Name, NamedMixin


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
        index.SearchField("get_help"),
    ]

    parent_page_types = ["conditions.ConditionIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")


class ConditionName(Name):
    """Another name of a condition."""

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name of a condition")
        indexes = [models.Index(fields=["name"], name="condition_name")]


class ConditionCode(Orderable):
    """A code of the condition in a classification."""

    class System(models.TextChoices):
        ICD10CM = "icd10cm", _("ICD-10-CM")
        ICD10 = "icd10", _("ICD-10")
        ICD11 = "icd11", _("ICD-11")
        MESH = "mesh", _("MeSH")
        SNOMED = "snomed", _("SNOMED CT")

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="codes")
    system = models.CharField(_("classification"), max_length=16, choices=System.choices)
    code = models.CharField(_("code"), max_length=32)
    label = models.CharField(
        _("label"), max_length=255, blank=True, help_text=_("As the classification prints it.")
    )

    panels = [FieldPanel("system"), FieldPanel("code"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("medical code")
        verbose_name_plural = _("medical codes")
        indexes = [models.Index(fields=["system", "code"], name="condition_code")]

    def __str__(self):
        return f"{self.get_system_display()} {self.code}"


class ConditionIndexPage(CommentsMixin, Page):
    """Conditions from A to Z, each under all of its names."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    settings_panels = [*Page.settings_panels, *CommentsMixin.comments_panels]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["conditions.ConditionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of conditions")
