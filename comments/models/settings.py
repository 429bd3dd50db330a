"""How one site treats its readers' comments, and what it tells them in each language."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

PLAIN_FEATURES = ["bold", "link", "ol", "ul"]


@register_setting(icon="comment", order=20)
class CommentSettings(BaseSiteSetting, ClusterableModel):
    """The site's rules for reader comments. A page or its section may say otherwise about being open."""

    class Mode(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed: comments stay visible, new ones are refused")
        OFF = "off", _("Off: no comments are shown")

    class Moderation(models.TextChoices):
        ALL = "all", _("Every comment waits for a moderator")
        FIRST = "first", _("The first comments of each writer wait")
        TRUSTED = "trusted", _("Every comment waits, except from writers marked as trusted")

    class Challenge(models.TextChoices):
        AUTO = "auto", _("While many comments arrive at once")
        ALWAYS = "always", _("Always")
        NEVER = "never", _("Never")

    default_mode = models.CharField(
        _("where a page and its section say nothing"), max_length=16, choices=Mode.choices, default=Mode.OPEN
    )
    close_after_days = models.PositiveIntegerField(
        _("close after so many days"),
        null=True,
        blank=True,
        help_text=_("Counted from the day the page was first published. Empty: never."),
    )
    moderation = models.CharField(
        _("before a comment appears"), max_length=16, choices=Moderation.choices, default=Moderation.ALL
    )
    first_approvals = models.PositiveSmallIntegerField(
        _("approved comments a writer needs"),
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("For “the first comments of each writer wait”. One rejection starts the count again."),
    )
    links_allowed = models.PositiveSmallIntegerField(_("links that pass unseen"), default=1)
    hide_after_reports = models.PositiveSmallIntegerField(
        _("reports that hide a comment until a moderator decides"),
        default=3,
        validators=[MinValueValidator(2)],
    )
    challenge = models.CharField(
        _("let the browser do a small calculation before sending"),
        max_length=16,
        choices=Challenge.choices,
        default=Challenge.AUTO,
        help_text=_("Makes floods dear. Readers without JavaScript still get through, to a moderator."),
    )
    attack_posts = models.PositiveIntegerField(
        _("comments in ten minutes that count as a flood"), default=40, validators=[MinValueValidator(5)]
    )
    spam_threshold = models.FloatField(
        _("spam score from which a comment waits as suspect"),
        default=0.5,
        validators=[MinValueValidator(0.05), MaxValueValidator(0.99)],
        help_text=_("0 is surely harmless, 1 surely spam. The score alone never rejects."),
    )
    second_person_level = models.PositiveSmallIntegerField(
        _("safeguarding level from which two people must agree to publish"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(4)],
    )
    moderator_emails = models.TextField(
        _("addresses for notices"),
        blank=True,
        help_text=_("One a line. Safeguarding and reports are mailed at once, the rest as a digest."),
    )
    edit_minutes = models.PositiveSmallIntegerField(
        _("minutes in which a writer may correct a comment"), default=10, validators=[MaxValueValidator(1440)]
    )
    answer_within_hours = models.PositiveSmallIntegerField(
        _("hours in which a comment should be decided"), default=48, validators=[MinValueValidator(1)]
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("default_mode"), FieldPanel("close_after_days")], heading=_("Open or closed")
        ),
        MultiFieldPanel(
            [
                FieldPanel("moderation"),
                FieldPanel("first_approvals"),
                FieldPanel("links_allowed"),
                FieldPanel("hide_after_reports"),
            ],
            heading=_("Before and after a comment appears"),
        ),
        MultiFieldPanel(
            [FieldPanel("challenge"), FieldPanel("attack_posts"), FieldPanel("spam_threshold")],
            heading=_("Floods and spam"),
        ),
        FieldPanel("second_person_level"),
        FieldPanel("moderator_emails"),
        FieldPanel("edit_minutes"),
        FieldPanel("answer_within_hours"),
        InlinePanel("texts", heading=_("Texts by language"), label=_("Language")),
    ]

    class Meta:
        verbose_name = _("reader comments")

    @property
    def notice_addresses(self):
        """The addresses (list of str) that moderators' notices go to."""
        return [line.strip() for line in self.moderator_emails.splitlines() if "@" in line]

    def text_for(self, language):
        """Give the CommentTexts in `language` (a code such as "zh-hans"), or None."""
        return self.texts.filter(language=language).first()


class CommentTexts(models.Model):
    """What readers of one language are told about commenting, and where help is when they need it."""

    settings = ParentalKey(CommentSettings, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(
        _("language code"), max_length=16, help_text=_("As in the addresses: en, zh-hans.")
    )
    policy = RichTextField(
        _("rules for comments"),
        features=PLAIN_FEATURES,
        blank=True,
        help_text=_("Shown beside the form. Say how soon a moderator reads, and what is not for comments."),
    )
    help_text = RichTextField(
        _("help in a crisis"),
        features=PLAIN_FEATURES,
        blank=True,
        help_text=_(
            "Shown at once to a writer whose words sound like an emergency. Name the numbers of the "
            "countries your readers live in, and try each of them before you save."
        ),
    )

    panels = [FieldPanel("language"), FieldPanel("policy"), FieldPanel("help_text")]

    class Meta:
        verbose_name = _("texts in one language")
        constraints = [
            models.UniqueConstraint(fields=["settings", "language"], name="one_comment_text_per_language")
        ]

    def __str__(self):
        return self.language
