"""The front page of one language."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, get_page_models
from wagtail.search import index

from pages.blocks import SectionStreamBlock
from pages.cards import card, cards_for, specific_in_order
from pages.outline import outline
from pages.picture import prefetch_pictures
from pages.search_result.panel import PROMOTE_PANELS
from pages.translations import in_language, link_fields
from pages.visibility import visible

NEWS_SHOWN = 6


class HomePage(Page):
    """The front page: a promise, what people look for, and what editors put forward."""

    headline = models.CharField(_("headline"), max_length=120, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences under the headline.")
    )
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(SectionStreamBlock(), verbose_name=_("text below"), blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("headline"), FieldPanel("summary"), FieldPanel("picture")], heading=_("Welcome")
        ),
        InlinePanel("looked_for", heading=_("What people look for"), label=_("Page"), max_num=8),
        InlinePanel("featured", heading=_("Put forward by the editors"), label=_("Page"), max_num=6),
        FieldPanel("body"),
    ]

    promote_panels = PROMOTE_PANELS

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        """Add `looked_for`, `featured` and `news` (lists of Card) and `outline` of the text below."""
        context = super().get_context(request, *args, **kwargs)
        looked_for, featured = map(self._in_own_language, (self.looked_for, self.featured))
        news = self._news(request, without=featured)
        pages = specific_in_order({*looked_for, *featured, *news}, request)
        shown = [page for page in pages if page.pk in {*featured, *news}]
        prefetch_pictures([self, *shown], [self.body])
        # Of what people look for, the name alone is shown.
        names = {page.pk: card(page, request) for page in pages}
        cards = dict(zip((page.pk for page in shown), cards_for(shown, request), strict=True))
        return {
            **context,
            "looked_for": [names[pk] for pk in looked_for if pk in names],
            "featured": [cards[pk] for pk in featured if pk in cards],
            "news": [cards[pk] for pk in news if pk in cards],
            "outline": outline(self.body),
        }

    def _in_own_language(self, picks):
        """Give the ids of what editors picked, each in this home page's language where it is translated."""
        found = picks.all().select_related("target").only("home", *link_fields("target"))
        targets = [pick.target for pick in found]
        return [page.pk for page in in_language(targets, self.locale_id)]

    def _news(self, request, without):
        """Give the ids of the newest pages of those types that say they are news."""
        models_of_news = [model for model in get_page_models() if getattr(model, "is_news", False)]
        types = ContentType.objects.get_for_models(*models_of_news).values()
        # The sum keeps SQLite from the index of types, which would have it sort all pages of each.
        found = Page.objects.descendant_of(self).annotate(kind=F("content_type_id") + 0)
        found = visible(found.filter(kind__in=[one.pk for one in types]), request)
        newest = found.exclude(pk__in=without).order_by("-first_published_at", "-pk")
        return list(newest.values_list("pk", flat=True)[:NEWS_SHOWN])


class PickedPage(Orderable):
    """A page that an editor put into a list by hand."""

    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.target.title


class LookedForPage(PickedPage):
    """A page that many people look for, linked at the top of the front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="looked_for")


class FeaturedPage(PickedPage):
    """A page that editors put forward on the front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
