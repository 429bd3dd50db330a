"""Codes of conditions and treatments in classifications, and the table of ICD-10-CM for editors."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from conditions import code_forms
from conditions.icd10cm.widget import CodeInput


class IcdCode(models.Model):
    """One line of ICD-10-CM as the official file has it: `code` with its point."""

    code = models.CharField(_("code"), max_length=8, primary_key=True)
    description = models.CharField(_("description"), max_length=400)

    class Meta:
        verbose_name = _("code of ICD-10-CM")
        verbose_name_plural = _("codes of ICD-10-CM")
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.description}"


class MedicalCode(Orderable):
    """A code of a page's subject in a classification, and who found that it is the right one."""

    class System(models.TextChoices):
        ICD10CM = "icd10cm", _("ICD-10-CM")
        ICD10 = "icd10", _("ICD-10")
        ICD11 = "icd11", _("ICD-11")
        MESH = "mesh", _("MeSH")
        SNOMED = "snomed", _("SNOMED CT")

    system = models.CharField(_("classification"), max_length=16, choices=System.choices)
    code = models.CharField(_("code"), max_length=32)
    label = models.CharField(
        _("label"), max_length=255, blank=True, help_text=_("As the classification prints it.")
    )
    verified_by = models.ForeignKey(
        "editorial.ContributorPage",
        verbose_name=_("verified by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who looked it up in the classification."),
    )
    verified_on = models.DateField(_("verified on"), null=True, blank=True)

    panels = [
        FieldPanel("system"),
        FieldPanel("code", widget=CodeInput),
        FieldPanel("label"),
        FieldRowPanel(
            [PageChooserPanel("verified_by", "editorial.ContributorPage"), FieldPanel("verified_on")],
            heading=_("Verified"),
        ),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return f"{self.get_system_display()} {self.code}"

    def clean(self):
        """Tidy the code; raise ValidationError for one of another form, unknown, or half verified."""
        super().clean()
        if bool(self.verified_by_id) != bool(self.verified_on):
            field = "verified_on" if self.verified_by_id else "verified_by"
            raise ValidationError({field: _("Say both: who verified the code, and when.")})
        if self.code and self.system:
            self.code = code_forms.tidy(self.code, self.system)
            self._check_code()

    def _check_code(self):
        try:
            code_forms.validate(self.code, self.system)
            if self.system == self.System.ICD10CM and self._is_unknown():
                raise ValidationError(
                    _("ICD-10-CM, as loaded here, has no “%(code)s”."), params={"code": self.code}
                )
        except ValidationError as error:
            raise ValidationError({"code": error}) from error

    def _is_unknown(self):
        return IcdCode.objects.exists() and not IcdCode.objects.filter(code=self.code).exists()


class ConditionCode(MedicalCode):
    """A code of a condition."""

    page = ParentalKey("conditions.ConditionPage", on_delete=models.CASCADE, related_name="codes")

    class Meta(Orderable.Meta):
        verbose_name = _("medical code")
        verbose_name_plural = _("medical codes")
        indexes = [models.Index(fields=["system", "code"], name="condition_code")]


class TreatmentCode(MedicalCode):
    """A code of a treatment; ICD classifies diseases, so it is none of those."""

    SYSTEMS = [
        (system.value, system.label) for system in (MedicalCode.System.MESH, MedicalCode.System.SNOMED)
    ]

    page = ParentalKey("conditions.TreatmentPage", on_delete=models.CASCADE, related_name="codes")
    system = models.CharField(_("classification"), max_length=16, choices=SYSTEMS)

    class Meta(Orderable.Meta):
        verbose_name = _("medical code of a treatment")
        verbose_name_plural = _("medical codes of treatments")
        indexes = [models.Index(fields=["system", "code"], name="treatment_code")]
