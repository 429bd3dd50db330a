"""What moderators decide about a writer rather than about a comment."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import ReaderComment


class SanctionQuerySet(models.QuerySet):
    """Which sanctions hold."""

    def in_force(self):
        """Those that have neither ended nor been lifted."""
        now = timezone.now()
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now), lifted_at__isnull=True)


class Sanction(models.Model):
    """A ban, a standing hold, or trust, for one writer; it has a reason, an actor, and can be lifted."""

    class Kind(models.TextChoices):
        BAN = "ban", _("May not write")
        HOLD = "hold", _("Every comment waits")
        TRUST = "trust", _("Trusted: comments appear at once unless a rule stops them")

    class Target(models.TextChoices):
        WRITER = "writer", _("This browser")
        EMAIL = "email", _("This e-mail address")
        NETWORK = "network", _("This network (two days at most)")

    kind = models.CharField(_("what"), max_length=8, choices=Kind.choices)
    target = models.CharField(_("whom"), max_length=8, choices=Target.choices)
    value = models.CharField(max_length=64)
    reason = models.CharField(_("why"), max_length=500)
    comment = models.ForeignKey(
        ReaderComment, null=True, blank=True, on_delete=models.SET_NULL, related_name="sanctions"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        constraints = [
            models.CheckConstraint(condition=~Q(value=""), name="sanction_names_somebody"),
            models.CheckConstraint(condition=~Q(reason=""), name="sanction_has_a_reason"),
        ]
        indexes = [models.Index(fields=["value", "target"], name="sanction_of_writer")]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.get_target_display()})"
