"""Runs of the importer and the files they read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One call of the importer, by command or by upload."""

    class Origin(models.TextChoices):
        COMMAND = "command", _("Command")
        UPLOAD = "upload", _("Upload")

    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    origin = models.CharField(_("origin"), max_length=16, choices=Origin.choices, default=Origin.COMMAND)
    importer_version = models.CharField(_("version of the importer"), max_length=16)
    imported = models.PositiveIntegerField(_("imported"), default=0)
    known = models.PositiveIntegerField(_("already there"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]

    def __str__(self):
        return str(_("Import of %(day)s") % {"day": f"{self.started_at:%Y-%m-%d %H:%M}"})


class ImportedFile(models.Model):
    """One file of a run: what it held, what became of it, and why not."""

    class Outcome(models.TextChoices):
        IMPORTED = "imported", _("Imported")
        KNOWN = "known", _("Already there")
        FAILED = "failed", _("Failed")

    class LanguageDecision(models.TextChoices):
        OPEN = "", _("Not decided")
        NOT_NEEDED = "not_needed", _("Title and text are in the same language")
        TRANSLATED = "translated", _("The title was translated")
        KEPT = "kept", _("The title stays in its own language")
        STUB = "stub", _("A page in the language of the title was begun")

    run = models.ForeignKey(
        ImportRun, verbose_name=_("import"), on_delete=models.CASCADE, related_name="files"
    )
    name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("SHA-256 of the content"), max_length=64, blank=True, db_index=True)
    importer_version = models.CharField(_("version of the importer"), max_length=16)
    encoding = models.CharField(_("encoding"), max_length=16, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    source_text = models.TextField(_("text of the source"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices)
    error = models.TextField(_("reason"), blank=True)
    page = models.ForeignKey(
        "articles.ArticlePage",
        verbose_name=_("draft"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="imported_files",
    )
    added_options = models.JSONField(
        _("treatments added to the condition"),
        default=list,
        blank=True,
        help_text=_("The translation keys of the treatment options that this file brought."),
    )
    ascii_slug = models.CharField(_("address in plain letters"), max_length=255, blank=True)
    old_address = models.CharField(
        _("address on the old site"),
        max_length=255,
        blank=True,
        help_text=_("The publication of the draft leads readers from there to the page."),
    )
    language_decision = models.CharField(
        _("language of the title"),
        max_length=16,
        choices=LanguageDecision.choices,
        default=LanguageDecision.NOT_NEEDED,
        blank=True,
    )

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "importer_version"],
                condition=models.Q(outcome="imported", page__isnull=False),
                name="one_draft_per_content_and_importer",
            )
        ]

    def __str__(self):
        return self.name
