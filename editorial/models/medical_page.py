"""What every page with medical statements carries, whatever its type."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import COMMENTS_RELATION_NAME, Locale, Orderable, Page
from wagtail.search import index

from editorial.changes import words_of
from editorial.gate import registry as gate
from editorial.signals import version_published
from pages.models import LanguageMixin
from pages.search.mixin import IndexedWithChildren
from pages.translated_fields import own, shared


class ContentLabel(models.TextChoices):
    """Whose voice speaks. Shown at the title, in lists, in feeds."""

    EDITORIAL = "editorial", _("Editorial")
    PROVIDER_CLAIMS = "provider_claims", _("Contains provider claims")
    PROMOTIONAL = "promotional", _("Promotional")
    SPONSORED = "sponsored", _("Sponsored")
    PERSONAL = "personal", _("Personal experience")


class Contribution(Orderable):
    """Who did what on a page. A quoted expert is not an author, a provider is not a reviewer."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("Author")
        QUOTED = "quoted", _("Quoted expert")
        PROVIDER = "provider", _("Institution with an interest")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="contributions")
    role = models.CharField(_("role"), max_length=16, choices=Role.choices, default=Role.AUTHOR)
    contributor = models.ForeignKey(
        "editorial.ContributorPage",
        verbose_name=_("contributor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="credited_in",
    )
    name_in_source = models.CharField(
        _("name in the source"),
        max_length=255,
        blank=True,
        help_text=_("When there is no profile yet. Readers see: credentials not verified."),
    )

    panels = [
        FieldPanel("role"),
        PageChooserPanel("contributor", "editorial.ContributorPage"),
        FieldPanel("name_in_source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contribution")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contributor__isnull=False) | ~models.Q(name_in_source=""),
                name="contribution_names_somebody",
            )
        ]

    def __str__(self):
        return self.name_in_source or str(self.contributor)


class MedicalPage(IndexedWithChildren, LanguageMixin, Page):
    """Abstract: a page with medical statements."""

    class Origin(models.TextChoices):
        WRITTEN = "written", _("Written here")
        IMPORTED = "imported", _("Imported")

    class TitleStatus(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        PROPOSED = "proposed", _("Needs title: this one is only proposed")

    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("One or two plain sentences: what will the reader know afterwards?"),
    )
    content_label = models.CharField(
        _("label"),
        max_length=24,
        choices=ContentLabel.choices,
        default=ContentLabel.EDITORIAL,
        help_text=_("Whose voice is this? Readers see it at the title and in every list."),
    )
    label_confirmed = models.BooleanField(_("label confirmed by an editor"), default=True)
    title_status = models.CharField(
        _("title"), max_length=16, choices=TitleStatus.choices, default=TitleStatus.CONFIRMED
    )
    origin = models.CharField(
        _("origin"), max_length=16, choices=Origin.choices, default=Origin.WRITTEN, editable=False
    )
    last_reviewed_on = models.DateField(
        _("last medically reviewed on"), null=True, blank=True, editable=False
    )
    last_reviewed_by = models.ForeignKey(
        "editorial.ContributorPage",
        verbose_name=_("last medically reviewed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    next_review_due = models.DateField(_("next review due"), null=True, blank=True, editable=False)
    materially_updated_on = models.DateField(
        _("last changed in substance on"), null=True, blank=True, editable=False
    )
    medical_reviewer = models.ForeignKey(
        "editorial.ContributorPage",
        verbose_name=_("medical reviewer to ask"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A verified clinician who did not write this text. Nobody else can then approve it."),
    )

    # What a review or a publication wrote stays, whichever revision is published afterwards.
    KEPT_FIELDS = ["last_reviewed_on", "last_reviewed_by_id", "next_review_due", "materially_updated_on"]
    BOOKKEEPING = frozenset(
        {
            COMMENTS_RELATION_NAME,
            "draft_title",
            "has_unpublished_changes",
            "latest_revision",
            "latest_revision_created_at",
            "locked",
            "locked_at",
            "locked_by",
        }
    )
    exclude_fields_in_copy = [
        "last_reviewed_on",
        "last_reviewed_by",
        "next_review_due",
        "materially_updated_on",
        "medical_reviews",
    ]
    override_translatable_fields = [
        *shared("content_label", "label_confirmed", "contributions", "page_sources"),
        *own("title_status", "title_language", "body_language", "medical_reviewer", "show_in_menus"),
    ]

    about_panels = [
        MultiFieldPanel([FieldPanel("content_label"), FieldPanel("label_confirmed")], heading=_("Label")),
        InlinePanel("contributions", heading=_("People"), label=_("Person or institution")),
        InlinePanel(
            "page_sources",
            heading=_("Sources"),
            label=_("Source"),
            help_text=_(
                "Collect them here, then cite each where the text rests on it. Cited sources need no entry."
            ),
        ),
        PageChooserPanel("medical_reviewer", "editorial.ContributorPage"),
        MultiFieldPanel([FieldPanel("title_language"), FieldPanel("body_language")], heading=_("Languages")),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.FilterField("content_label"),
        index.FilterField("next_review_due"),
    ]

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save; raise GateRefused when the page would be public against the rules of the gate."""
        if self.live and not self.alias_of_id and not self._keeps_books_only(kwargs.get("update_fields")):
            gate.require(self)
        return super().save(*args, **kwargs)

    def _keeps_books_only(self, update_fields):
        """Whether a save touches nothing that readers see: so a live page's new draft is saved, for one."""
        return update_fields is not None and self.BOOKKEEPING.issuperset(update_fields)

    @transaction.atomic
    def publish(self, revision, *args, **kwargs):
        """Publish `revision` wholly or, when the gate refuses it, not at all; tell the desk."""
        words_before = self._public_words()
        result = super().publish(revision, *args, **kwargs)
        page = type(self).objects.get(pk=self.pk)
        if page.live and page.live_revision_id == revision.pk:
            version_published.send(sender=type(self), page=page, revision=revision, words_before=words_before)
        return result

    def _public_words(self):
        """Count the words of the public version (Counter), None when there is none.

        Its revision is asked first: a translation tool saves the row before it publishes.
        """
        public = type(self).objects.filter(pk=self.pk, live=True).select_related("live_revision").first()
        if public is None:
            return None
        return words_of(public.live_revision.as_object() if public.live_revision else public)

    @property
    def original(self):
        """The page of which this is a translation, None for an original or before it is saved."""
        default = Locale.get_default()
        if self.locale_id in (None, default.pk):
            return None
        return type(self).objects.filter(translation_key=self.translation_key, locale=default).first()

    def with_content_json(self, content):
        """Give the page as a revision has it, with the review dates as they are now."""
        page = super().with_content_json(content)
        for name in self.KEPT_FIELDS:
            setattr(page, name, getattr(self, name))
        return page

    def board_subjects(self):
        """The primary keys (list of int) of the pages under which the review board files this one."""
        return []

    @property
    def needs_title(self):
        """Whether an editor still has to confirm the title (bool)."""
        return self.title_status == self.TitleStatus.PROPOSED
