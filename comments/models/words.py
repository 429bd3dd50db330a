"""Word lists that editors keep: banned, suspect, safeguarding, reserved names."""

from functools import lru_cache

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


@lru_cache(maxsize=64)
def _entries(words):
    return tuple(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))


class WordList(models.Model):
    """Words or phrases, one a line, and what happens to a comment that contains one."""

    class Kind(models.TextChoices):
        SAFEGUARDING = "safeguarding", _("Safeguarding: held on top of the queue, help shown at once")
        SUSPECT = "suspect", _("Suspect: held for a moderator")
        BANNED = "banned", _("Banned: handed back to the writer")
        RESERVED = "reserved", _("Reserved names: nobody but staff may use them")

    class Category(models.TextChoices):
        NONE = "", _("–")
        SELF_HARM = "self_harm", _("Self-harm or suicide")
        ABUSE = "abuse", _("Abuse or violence")
        EMERGENCY = "emergency", _("Emergency symptoms")

    name = models.CharField(_("name"), max_length=80, unique=True)
    kind = models.CharField(_("what happens"), max_length=16, choices=Kind.choices)
    language = models.CharField(
        _("language code"), max_length=16, blank=True, help_text=_("en, zh-hans; empty: any language.")
    )
    category = models.CharField(
        _("kind of danger"), max_length=16, choices=Category.choices, blank=True, default=""
    )
    level = models.PositiveSmallIntegerField(
        _("level"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(4)],
        help_text=_("Safeguarding only: 1 concern, 2 strong concern, 3 danger, 4 danger now."),
    )
    words = models.TextField(
        _("words"),
        blank=True,
        help_text=_("One word or phrase a line. Case does not matter; only whole words match."),
    )
    active = models.BooleanField(_("in use"), default=True)
    updated_at = models.DateTimeField(auto_now=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("category"), FieldPanel("level")]),
        FieldPanel("words"),
        FieldPanel("active"),
    ]

    class Meta:
        verbose_name = _("word list")
        verbose_name_plural = _("word lists")
        ordering = ("kind", "language", "name")

    def __str__(self):
        return self.name

    @property
    def entries(self):
        """The words (list of str) without empty lines and doubles, in their order."""
        return list(_entries(self.words))


class CannedReply(models.Model):
    """A standing answer for moderators: as a staff reply or as the reason of a rejection."""

    class Occasion(models.TextChoices):
        ANY = "", _("Any comment")
        ADVICE = "medical_advice", _("Asks for medical advice")
        COMPLAINT = "complaint", _("Complains about a place or a person")
        CONTACT = "contact_details", _("Contact details or numbers")
        NAME = "named_doctors", _("Names a doctor")
        SELLING = "selling_cures", _("Sells or claims a cure")
        SAFEGUARDING = "safeguarding", _("Somebody may be in danger")

    title = models.CharField(_("title"), max_length=80)
    language = models.CharField(_("language code"), max_length=16, blank=True)
    # The name of the guard's rule that held the comment.
    rule = models.CharField(
        _("offered first for"), max_length=32, choices=Occasion.choices, blank=True, default=""
    )
    text = models.TextField(_("text"), max_length=2000)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("rule")]),
        FieldPanel("text"),
    ]

    class Meta:
        verbose_name = _("canned reply")
        verbose_name_plural = _("canned replies")
        ordering = ("language", "title")

    def __str__(self):
        return self.title
