"""What the guard and the post keep for themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateCount(models.Model):
    """How often something happened in one stretch of time, where no shared cache counts it."""

    key = models.CharField(max_length=120)
    window = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="one_count_per_window")]
        indexes = [models.Index(fields=["window"], name="rate_by_age")]

    def __str__(self):
        return f"{self.key} {self.window}"


class SpamModel(models.Model):
    """What was learned from the moderators' decisions: a weight for each feature of a text."""

    created_at = models.DateTimeField(_("learned"), auto_now_add=True)
    # {feature: [weight, rarity]}
    weights = models.JSONField(default=dict)
    bias = models.FloatField(default=0.0)
    spam_count = models.PositiveIntegerField(_("spam learned from"))
    ham_count = models.PositiveIntegerField(_("good comments learned from"))

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.created_at:%Y-%m-%d} ({self.spam_count}/{self.ham_count})"


class MailAddress(models.Model):
    """An address given for notices. Until it is confirmed it gets one request to confirm, nothing else."""

    key = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key[:8]

    @property
    def takes_mail(self):
        """Whether notices may be sent (bool)."""
        return bool(self.confirmed_at and not self.unsubscribed_at)


class OutgoingMail(models.Model):
    """A message that must not get lost with a mail server; deleted once it is sent."""

    to = models.TextField()
    subject = models.CharField(max_length=255)
    body = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.subject
