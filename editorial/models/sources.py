"""What a statement rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from editorial.identifiers import clean_doi, validate_doi, validate_pmid


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
    doi = models.CharField(
        _("DOI"),
        max_length=255,
        blank=True,
        help_text=_("For example 10.1136/bmj.i6748. A link is accepted too."),
    )
    pmid = models.CharField(_("PubMed ID"), max_length=10, blank=True, validators=[validate_pmid])
    url = models.URLField(_("address"), max_length=1000, blank=True)
    accessed_on = models.DateField(_("opened on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, default="en")
    is_retracted = models.BooleanField(
        _("retracted"),
        default=False,
        help_text=_("Puts every page that cites it on the review board at once."),
    )

    panels = [
        FieldPanel("type"),
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("year"), FieldPanel("language")]),
        MultiFieldPanel(
            [FieldPanel("doi"), FieldPanel("pmid"), FieldPanel("url"), FieldPanel("accessed_on")],
            heading=_("Where to find it"),
        ),
        FieldPanel("is_retracted"),
    ]

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

    def clean(self):
        """Keep the bare DOI, whatever was pasted; raise ValidationError for one that is none."""
        self.doi = clean_doi(self.doi)
        if self.doi:
            validate_doi(self.doi)

    @property
    def link(self):
        """The address (str) under which a reader finds the source, empty when none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url or (f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else "")


class PageSource(Orderable):
    """A source that a page rests on, before or besides its being cited at a place in the text."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_sources")
    source = models.ForeignKey(
        Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="page_sources"
    )
    covers = models.CharField(
        _("what it covers"), max_length=255, blank=True, help_text=_("For example: the second section.")
    )

    panels = [FieldPanel("source"), FieldPanel("covers")]

    class Meta(Orderable.Meta):
        verbose_name = _("source of the page")
        verbose_name_plural = _("sources of the page")

    def __str__(self):
        return str(self.source)
