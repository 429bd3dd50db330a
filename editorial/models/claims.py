"""Rules of the claim linter as editors keep them, and the exceptions two people agreed on."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from editorial.claims.phrases import MAX_LENGTH, PhraseError, compile_phrase
from editorial.claims.rulebook import in_active_language
from editorial.claims.terms import CitationScope, Detector, PatternKind, PatternLanguage, Severity


class ClaimRule(ClusterableModel):
    """One kind of claim: what it is called, why it matters, how much it weighs, which phrases show it."""

    code = models.SlugField(
        _("code"), unique=True, help_text=_("Never changes: exceptions and reports refer to it.")
    )
    title = models.CharField(_("name (English)"), max_length=120)
    title_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    reason = models.TextField(_("why it matters (English)"))
    reason_zh = models.TextField(_("why it matters (Chinese)"), blank=True)
    severity = models.CharField(_("weight"), max_length=8, choices=Severity.choices, default=Severity.WARN)
    detector = models.CharField(
        _("found by"), max_length=16, choices=Detector.choices, default=Detector.PHRASES
    )
    citation_scope = models.CharField(
        _("settled by a citation"),
        max_length=16,
        choices=CitationScope.choices,
        default=CitationScope.SENTENCE,
    )
    negation_defuses = models.BooleanField(
        _("a “not” silences it"), default=True, help_text=_("“Does not cure” promises no cure.")
    )
    in_questions = models.BooleanField(_("also in questions"), default=False)
    in_headings = models.BooleanField(_("also in headings"), default=True)
    is_active = models.BooleanField(_("switched on"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    updated_at = models.DateTimeField(auto_now=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("code"), FieldPanel("title"), FieldPanel("title_zh"), FieldPanel("is_active")],
            heading=_("Rule"),
        ),
        MultiFieldPanel([FieldPanel("reason"), FieldPanel("reason_zh")], heading=_("Why it matters")),
        MultiFieldPanel(
            [
                FieldPanel("severity"),
                FieldPanel("citation_scope"),
                FieldPanel("negation_defuses"),
                FieldPanel("in_questions"),
                FieldPanel("in_headings"),
                FieldPanel("detector"),
                FieldPanel("sort_order"),
            ],
            heading=_("How it works"),
        ),
        InlinePanel(
            "patterns",
            heading=_("Phrases"),
            label=_("Phrase"),
            help_text=_(
                "cure · improv* any ending · (pain|ache) one of these · [very] may be missing · "
                "... up to five words in between · # a number"
            ),
        ),
    ]

    class Meta:
        verbose_name = _("claim rule")
        verbose_name_plural = _("claim rules")
        ordering = ["sort_order", "code"]

    def __str__(self):
        return in_active_language({"en": self.title, "zh": self.title_zh})


class ClaimPattern(Orderable):
    """One phrase of a rule, in one language."""

    rule = ParentalKey(ClaimRule, on_delete=models.CASCADE, related_name="patterns")
    kind = models.CharField(_("kind"), max_length=16, choices=PatternKind.choices, default=PatternKind.CLAIM)
    language = models.CharField(
        _("language"), max_length=8, choices=PatternLanguage.choices, default=PatternLanguage.EN
    )
    text = models.CharField(_("phrase"), max_length=MAX_LENGTH)
    note = models.CharField(_("note"), max_length=255, blank=True)
    is_active = models.BooleanField(_("switched on"), default=True)

    panels = [
        FieldPanel("kind"),
        FieldPanel("language"),
        FieldPanel("text"),
        FieldPanel("note"),
        FieldPanel("is_active"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")

    def __str__(self):
        return self.text

    def clean(self):
        """Raise ValidationError for a phrase that cannot be read."""
        super().clean()
        if not self.text:
            return
        try:
            compile_phrase(self.text, self.language)
        except PhraseError as error:
            raise ValidationError({"text": str(error)}) from error


class ClaimExceptionQuerySet(models.QuerySet):
    """Exceptions by how they stand."""

    def in_force(self):
        """Those that cover their sentence today."""
        return self.filter(status=ClaimException.Status.APPROVED, expires_on__gte=timezone.localdate())

    def waiting(self):
        """Those that still need a second person."""
        return self.filter(status=ClaimException.Status.WAITING)


class ClaimException(models.Model):
    """Leave for one sentence of one page to make one kind of claim, with a reason, until a day.

    Asked for by one person, decided by another. The sentence is kept as it stood in `revision`; editing
    the sentence ends the leave, because `sentence_hash` no longer fits.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting for a second person")
        APPROVED = "approved", _("Approved")
        DECLINED = "declined", _("Declined")
        CLOSED = "closed", _("No longer needed")

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="claim_exceptions",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    rule_code = models.SlugField(_("rule"))
    sentence = models.TextField(_("sentence"))
    sentence_hash = models.CharField(max_length=64, editable=False)
    reason = models.TextField(_("reason"))
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.WAITING)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    requested_at = models.DateTimeField(_("asked for at"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decision_note = models.TextField(_("note on the decision"), blank=True)
    expires_on = models.DateField(
        _("holds until"), help_text=_("The last day on which it covers the sentence.")
    )

    objects = ClaimExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim exception")
        verbose_name_plural = _("claim exceptions")
        ordering = ["-requested_at", "-pk"]
        permissions = [("approve_claimexception", "Can decide about claim exceptions")]
        indexes = [
            models.Index(fields=["page", "status"], name="exceptions_of_page"),
            models.Index(fields=["status", "expires_on"], name="exceptions_by_expiry"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "rule_code", "sentence_hash"],
                condition=Q(status__in=["waiting", "approved"]),
                name="one_open_exception_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | Q(requested_by__isnull=True)
                | ~Q(decided_by=F("requested_by")),
                name="exception_needs_second_person",
            ),
        ]

    def __str__(self):
        return f"{self.rule_code}: {self.sentence[:60]}"

    @property
    def approved_by(self):
        """The second person (User) who approved it, None while nobody has."""
        return self.decided_by if self.status == self.Status.APPROVED else None

    @property
    def is_in_force(self):
        """Whether it covers its sentence today (bool)."""
        return self.status == self.Status.APPROVED and self.expires_on >= timezone.localdate()
