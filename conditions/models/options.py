"""What a treatment does for a condition, and how sure the evidence is at each stage.

Certainty belongs to treatment x condition x stage: the same therapy can rest on trials for one
condition and on nothing for another. Grades are those of the GRADE working group
(Guyatt et al., BMJ 2008;336:924-926, doi 10.1136/bmj.39489.470347.AD).
"""

from collections import Counter

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from pages.blocks import RICH_TEXT_FEATURES
from pages.translated_fields import shared

from .condition import ConditionPage


class Certainty(models.TextChoices):
    """GRADE certainty of evidence; a grade that nobody assigned is "not assessed"."""

    HIGH = "high", _("High certainty")
    MODERATE = "moderate", _("Moderate certainty")
    LOW = "low", _("Low certainty")
    VERY_LOW = "very_low", _("Very low certainty")
    NOT_ASSESSED = "not_assessed", _("Not assessed")


class Stage(models.TextChoices):
    """How far the condition has come."""

    ANY = "any", _("Any stage")
    EARLY = "early", _("Early")
    MIDDLE = "middle", _("Middle")
    LATE = "late", _("Late")
    ACUTE = "acute", _("Sudden (acute)")
    LONG_TERM = "long_term", _("Long-lasting (chronic)")
    PREVENTION = "prevention", _("Prevention")


class TreatmentOptionQuerySet(models.QuerySet):
    """Options, and what is known of their evidence."""

    def certainty_counts(self):
        """Give [(words, number)], the surest first; an option without a stage counts as not assessed."""
        counts = Counter()
        rows = self.order_by().values_list("stages__certainty").annotate(models.Count("pk"))
        for certainty, number in rows:
            counts[certainty or Certainty.NOT_ASSESSED] += number
        return [(str(label), counts[key]) for key, label in Certainty.choices if counts[key]]


class TreatmentOption(TranslatableMixin, Orderable, ClusterableModel):
    """One treatment for one condition."""

    class Group(models.TextChoices):
        CONVENTIONAL = "conventional", _("Conventional")
        EMERGING = "emerging", _("Emerging")
        COMPLEMENTARY = "complementary", _("Complementary")

    class Approach(models.TextChoices):
        UNSPECIFIED = "", _("Not stated")
        CONSERVATIVE = "conservative", _("Without an operation")
        PROCEDURE = "procedure", _("Procedure")
        SURGERY = "surgery", _("Operation")

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="treatment_options")
    treatment = models.ForeignKey(
        "conditions.TreatmentPage",
        verbose_name=_("treatment"),
        on_delete=models.CASCADE,
        related_name="treatment_options",
    )
    group = models.CharField(
        _("group"),
        max_length=16,
        choices=Group.choices,
        default=Group.CONVENTIONAL,
        help_text=_("Emerging: still being studied. Complementary: used beside standard care."),
    )
    approach = models.CharField(
        _("approach"), max_length=16, choices=Approach.choices, default=Approach.UNSPECIFIED, blank=True
    )
    summary = models.TextField(_("in a sentence"), blank=True)
    benefits = RichTextField(_("may help"), features=RICH_TEXT_FEATURES, blank=True)
    risks = RichTextField(_("risks and unknowns"), features=RICH_TEXT_FEATURES, blank=True)
    suitable_for = RichTextField(_("who it suits"), features=RICH_TEXT_FEATURES, blank=True)

    panels = [
        PageChooserPanel("treatment", "conditions.TreatmentPage"),
        MultiFieldPanel([FieldPanel("group"), FieldPanel("approach")], heading=_("Group")),
        FieldPanel("summary"),
        FieldPanel("benefits"),
        FieldPanel("risks"),
        FieldPanel("suitable_for"),
        InlinePanel("stages", heading=_("Evidence by stage"), label=_("Stage")),
    ]

    objects = TreatmentOptionQuerySet.as_manager()

    override_translatable_fields = shared("treatment", "group", "approach", "stages")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("treatment of a condition")
        verbose_name_plural = _("treatments of conditions")

    def __str__(self):
        return f"{self.treatment} / {self.page}"

    @property
    def is_decided(self):
        """Whether somebody decided on the evidence of every stage (bool): a grade, or openly none and why."""
        stages = self.stages.all()
        return bool(stages) and all(evidence.is_accounted_for for evidence in stages)


class StageEvidence(Orderable):
    """How sure the evidence is for one stage, who said so, when and why."""

    option = ParentalKey(TreatmentOption, on_delete=models.CASCADE, related_name="stages")
    stage = models.CharField(_("stage"), max_length=16, choices=Stage.choices, default=Stage.ANY)
    note = models.CharField(
        _("in this condition's words"),
        max_length=120,
        blank=True,
        help_text=_("For example: before the bone collapses."),
    )
    certainty = models.CharField(
        _("certainty of evidence"), max_length=16, choices=Certainty.choices, default=Certainty.NOT_ASSESSED
    )
    reason = models.TextField(_("reason for the grade"), blank=True)
    assessed_by = models.ForeignKey(
        "editorial.ContributorPage",
        verbose_name=_("assessed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("stage"), FieldPanel("note")], heading=_("Stage")),
        MultiFieldPanel(
            [
                FieldPanel("certainty"),
                FieldPanel("reason"),
                PageChooserPanel("assessed_by", "editorial.ContributorPage"),
                FieldPanel("assessed_on"),
            ],
            heading=_("GRADE certainty"),
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("evidence at a stage")
        verbose_name_plural = _("evidence by stage")

    def __str__(self):
        return f"{self.get_stage_display()}: {self.get_certainty_display()}"

    @property
    def is_graded(self):
        """Whether somebody assigned a grade (bool)."""
        return self.certainty != Certainty.NOT_ASSESSED

    @property
    def is_accounted_for(self):
        """Whether it says who decided, when and why (bool)."""
        return bool(self.reason.strip() and self.assessed_by_id and self.assessed_on)
