"""Who writes, who reviews, who is quoted: each a page readers can open."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from freshness.clock import is_over
from pages.cards import card, cards_for, specific_in_order
from pages.lists import one_page
from pages.picture import prefetch_pictures
from pages.routing import OneTypeBelow
from pages.search_result.panel import PROMOTE_PANELS
from pages.visibility import visible


class ContributorPage(Page):
    """A person or an institution, with credentials, interests, and until when staff have verified them."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        TEAM = "team", _("Editorial team")
        INSTITUTION = "institution", _("Institution")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.PERSON)
    credentials = models.CharField(
        _("credentials"),
        max_length=255,
        blank=True,
        help_text=_(
            "Degrees and registration as the register shows them, for example: MD, orthopaedic surgeon."
        ),
    )
    role_title = models.CharField(_("position"), max_length=255, blank=True)
    biography = RichTextField(_("about"), features=["bold", "link", "ol", "ul"], blank=True)
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    interests = models.TextField(
        _("interests declared"),
        blank=True,
        help_text=_("Money, shares, employment, gifts that could matter. Write “None” when there are none."),
    )
    commercial_interest = models.BooleanField(
        _("sells what the pages are about"),
        default=False,
        help_text=_(
            "A clinic, a maker or a seller. Such a contributor is shown as a provider, never as a reviewer."
        ),
    )
    is_clinician = models.BooleanField(
        _("clinician"), default=False, help_text=_("Only a verified clinician can review medical text.")
    )
    verified_until = models.DateField(
        _("credentials verified until"),
        null=True,
        blank=True,
        help_text=_("The day on which staff must check the register again."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributor",
        help_text=_("The account with which this person logs in."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldPanel("credentials"),
                FieldPanel("role_title"),
                FieldPanel("picture"),
                FieldPanel("biography"),
            ],
            heading=_("Who this is"),
        ),
        MultiFieldPanel([FieldPanel("interests"), FieldPanel("commercial_interest")], heading=_("Interests")),
        MultiFieldPanel(
            [FieldPanel("is_clinician"), FieldPanel("verified_until"), FieldPanel("user")],
            heading=_("Verification by staff"),
            permission="editorial.verify_contributor",
        ),
    ]

    promote_panels = PROMOTE_PANELS

    search_fields = [*Page.search_fields, index.SearchField("credentials"), index.FilterField("is_clinician")]

    parent_page_types = ["editorial.ContributorIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        permissions = [("verify_contributor", "Can verify a contributor's credentials")]

    @classmethod
    def cards(cls, pages, request):
        """Give [Card] of contributors; the teaser holds position and credentials."""
        prefetch_pictures(pages)
        return [
            card(
                page,
                request,
                teaser=" · ".join(filter(None, [page.role_title, page.credentials])),
                drawing=page.kind,
                picture=page.picture,
                published=None,
            )
            for page in pages
        ]

    def get_context(self, request, *args, **kwargs):
        """Add `pager` and `cards`: what this contributor is credited in, newest first.

        A page in another language is named when there is none in this one.
        """
        context = super().get_context(request, *args, **kwargs)
        prefetch_pictures([self])
        credited = visible(Page.objects, request).filter(
            contributions__contributor__translation_key=self.translation_key
        )
        at_home = credited.filter(locale=self.locale).values("translation_key")
        credited = credited.exclude(~models.Q(locale=self.locale), translation_key__in=at_home)
        ids = credited.order_by("-first_published_at", "-pk").values_list("pk", flat=True).distinct()
        pager = one_page(ids, request)
        return {
            **context,
            "pager": pager,
            "cards": cards_for(specific_in_order(list(pager.object_list), request), request),
        }

    @property
    def is_verified(self):
        """Whether staff vouch for the credentials today (bool)."""
        return bool(self.verified_until) and not is_over(self.verified_until)

    @property
    def may_review(self):
        """Whether this contributor may review today (bool): a verified clinician who sells nothing."""
        return self.is_clinician and self.is_verified and not self.commercial_interest


class ContributorIndexPage(OneTypeBelow, Page):
    """The list of contributors."""

    summary = models.TextField(_("summary"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = PROMOTE_PANELS

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["editorial.ContributorPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of contributors")

    def get_context(self, request, *args, **kwargs):
        """Add `pager` and `cards`: everybody with a published profile, by name."""
        context = super().get_context(request, *args, **kwargs)
        people = visible(ContributorPage.objects.child_of(self), request).order_by("title")
        pager = one_page(people, request)
        return {**context, "pager": pager, "cards": ContributorPage.cards(list(pager.object_list), request)}
