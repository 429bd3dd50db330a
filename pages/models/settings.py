"""What is said on every page of a site, once, in each of its languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Locale

PLAIN_FEATURES = ["bold", "link", "ol", "ul"]


@register_setting(icon="site", order=10)
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """Switches of one site, with its texts by language as children."""

    demonstration = models.BooleanField(
        _("demonstration site"),
        default=False,
        help_text=_("Says at the top of every page that this is a demonstration."),
    )

    panels = [
        FieldPanel("demonstration"),
        InlinePanel("texts", heading=_("Texts by language"), label=_("Language"), min_num=1),
    ]

    class Meta:
        verbose_name = _("site texts and switches")

    def text_for(self, language):
        """Give the SiteText in `language` (a code), else in any language, else None."""
        texts = {text.locale.language_code: text for text in self.texts.select_related("locale")}
        return texts.get(language) or next(iter(texts.values()), None)


class SiteText(models.Model):
    """The site's standing words in one language; the disclaimer can be changed, never emptied."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, related_name="+", verbose_name=_("language"))
    site_name = models.CharField(_("name of the site"), max_length=80)
    disclaimer = models.TextField(
        _("medical disclaimer"),
        help_text=_("At the foot of every page. It can be changed, but not emptied."),
    )
    emergency_help = RichTextField(
        _("emergency help"),
        features=PLAIN_FEATURES,
        blank=True,
        help_text=_("Whom to call in an emergency, for readers of this language."),
    )
    comment_policy = RichTextField(
        _("comment policy"),
        features=PLAIN_FEATURES,
        blank=True,
        help_text=_("Shown beside the comment form."),
    )

    panels = [
        FieldPanel("locale"),
        FieldPanel("site_name"),
        FieldPanel("disclaimer"),
        FieldPanel("emergency_help"),
        FieldPanel("comment_policy"),
    ]

    class Meta:
        verbose_name = _("texts in one language")
        constraints = [
            models.UniqueConstraint(fields=["settings", "locale"], name="one_site_text_per_language"),
            models.CheckConstraint(condition=~models.Q(disclaimer=""), name="disclaimer_is_never_empty"),
        ]

    def __str__(self):
        return f"{self.site_name} ({self.locale})"
