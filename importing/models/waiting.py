"""What an import leaves for an editor to decide."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .files import ImportedFile


class MatchProposal(models.Model):
    """A name of the source linked to a condition or a treatment of the site, until somebody confirms it."""

    class Kind(models.TextChoices):
        CONDITION = "condition", _("Condition")
        TREATMENT = "treatment", _("Treatment")

    class Relation(models.TextChoices):
        SAME = "same", _("Probably the same")
        SYNONYM = "synonym", _("The same, with a name that is new here")
        NEW = "new", _("New here")

    class Status(models.TextChoices):
        PENDING = "pending", _("Waiting")
        CONFIRMED = "confirmed", _("Confirmed")
        REJECTED = "rejected", _("Rejected")
        SEPARATE = "separate", _("Made a page of its own")

    file = models.ForeignKey(
        ImportedFile, verbose_name=_("file"), on_delete=models.CASCADE, related_name="proposals"
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    relation = models.CharField(_("relation"), max_length=16, choices=Relation.choices)
    name = models.CharField(_("name in the source"), max_length=255)
    matched_name = models.CharField(_("name on the site"), max_length=255, blank=True)
    score = models.FloatField(_("likeness"), default=1.0)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    added_names = models.JSONField(_("names added"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposed match")
        verbose_name_plural = _("proposed matches")
        ordering = ["kind", "pk"]
        indexes = [models.Index(fields=["kind", "status"], name="match_by_status")]

    def __str__(self):
        return self.name

    @property
    def is_open(self):
        """Whether somebody still has to decide (bool)."""
        return self.status == self.Status.PENDING


class UnresolvedLink(models.Model):
    """The title of another page that the source pointed to; never shown to readers as a link."""

    class Kind(models.TextChoices):
        PREVIOUS = "previous", _("Previous page")
        NEXT = "next", _("Next page")
        RELATED = "related", _("Related page")

    file = models.ForeignKey(
        ImportedFile, verbose_name=_("file"), on_delete=models.CASCADE, related_name="links"
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    title = models.CharField(_("title in the source"), max_length=500)
    line = models.PositiveIntegerField(_("line"))
    page = models.ForeignKey(
        "articles.ArticlePage",
        verbose_name=_("page found"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("unresolved link")
        verbose_name_plural = _("unresolved links")
        ordering = ["pk"]

    def __str__(self):
        return self.title
