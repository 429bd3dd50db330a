"""The words shared by rules, hits and stored rules. Nothing here touches the database."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Severity(TextChoices):
    """How much a hit weighs. Only BLOCK may stop a page from going live."""

    BLOCK = "block", _("Stops publishing")
    WARN = "warn", _("Warning")
    INFO = "info", _("Note")

    @property
    def lowered(self):
        """The next weaker severity (Severity); a note stays a note."""
        return {Severity.BLOCK: Severity.WARN}.get(self, Severity.INFO)


class Detector(TextChoices):
    """How a rule finds its hits."""

    PHRASES = "phrases", _("Phrases")
    RHETORICAL = "rhetorical", _("Question answered by the text itself")
    REGION = "region", _("Part of the body that the text is not about")


class CitationScope(TextChoices):
    """Where a citation must stand to settle a hit."""

    NONE = "none", _("A citation does not settle it")
    SENTENCE = "sentence", _("In the same sentence")
    PARAGRAPH = "paragraph", _("In the same paragraph")


class PatternKind(TextChoices):
    """Whether a phrase makes a hit or prevents one."""

    CLAIM = "claim", _("Claim")
    HARMLESS = "harmless", _("Harmless: silences a hit it touches")


class PatternLanguage(TextChoices):
    """The languages the linter reads."""

    EN = "en", _("English")
    ZH = "zh", _("Chinese")
