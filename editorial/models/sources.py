"""What a statement rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class SourceType(models.TextChoices):
    """Kinds of source, from the strongest to the weakest that a reader may meet."""

    GUIDELINE = "guideline", _("Clinical guideline")
    SYSTEMATIC_REVIEW = "systematic_review", _("Systematic review")
    TRIAL = "trial", _("Randomised trial")
    COHORT = "cohort", _("Observational study")
    TEXTBOOK = "textbook", _("Textbook")
    PUBLIC_BODY = "public_body", _("Public health body")
    ENCYCLOPEDIA = "encyclopedia", _("Encyclopedia")
    PROVIDER_SITE = "provider_site", _("Provider's website")


class Source(index.Indexed, models.Model):
    """A publication that pages cite."""

    type = models.CharField(_("type"), max_length=24, choices=SourceType.choices)
    title = models.CharField(_("title"), max_length=500)
    authors = models.CharField(_("authors"), max_length=500, blank=True, help_text=_("As printed."))
    publisher = models.CharField(_("journal or publisher"), max_length=255, blank=True)
    year = models.PositiveSmallIntegerField(_("year of publication"), null=True, blank=True)
    doi = models.CharField(_("DOI"), max_length=255, blank=True, help_text=_("For example 10.1136/bmj.i6748"))
    pmid = models.CharField(_("PubMed ID"), max_length=10, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    accessed_on = models.DateField(_("opened on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, default="en")
    is_retracted = models.BooleanField(_("retracted"), default=False)

    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("authors"),
        index.SearchField("doi"),
        index.AutocompleteField("title"),
        index.FilterField("type"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["doi"], condition=~models.Q(doi=""), name="one_source_per_doi"),
            models.UniqueConstraint(
                fields=["pmid"], condition=~models.Q(pmid=""), name="one_source_per_pmid"
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    @property
    def link(self):
        """The address (str) under which a reader finds the source, empty when none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url or (f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else "")
