"""Who decided what, when, and by which rule. Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import ReaderComment


class ModerationLogEntry(models.Model):
    """One change of one comment, by a person or by a rule, with what it takes to undo it."""

    comment = models.ForeignKey(
        ReaderComment, on_delete=models.CASCADE, related_name="log", verbose_name=_("reader comment")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who"),
    )
    action = models.CharField(_("what"), max_length=32)
    rule = models.CharField(_("rule"), max_length=64, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by"
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("moderation log entry")
        verbose_name_plural = _("moderation log entries")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["comment", "id"], name="log_of_comment"),
            models.Index(fields=["actor", "created_at"], name="log_of_actor"),
            models.Index(fields=["action", "created_at"], name="log_by_action"),
        ]

    def __str__(self):
        return f"{self.action} {self.comment_id} {self.created_at:%Y-%m-%d %H:%M}"
