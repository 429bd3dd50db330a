"""What readers do without an account: reports, votes, answers about the page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .comment import ReaderComment


class CommentReport(models.Model):
    """One reader's report of one comment. The same reader and the same network count once."""

    class Reason(models.TextChoices):
        DANGEROUS = "dangerous", _("Dangerous or wrong medical advice")
        ABUSIVE = "abusive", _("Abusive or hurtful")
        PRIVATE = "private", _("Someone’s private details")
        ADVERT = "advert", _("Advertising or spam")
        WORRY = "worry", _("I worry about the person who wrote it")
        OTHER = "other", _("Something else")

    comment = models.ForeignKey(ReaderComment, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(_("reason"), max_length=16, choices=Reason.choices)
    text = models.CharField(_("in your words (optional)"), max_length=500, blank=True)
    writer_key = models.CharField(max_length=32)
    network_key = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(fields=["comment", "writer_key"], name="one_report_per_reader"),
            models.UniqueConstraint(
                fields=["comment", "network_key"],
                condition=~models.Q(network_key=""),
                name="one_report_per_network",
            ),
        ]

    def __str__(self):
        return f"{self.get_reason_display()} {self.comment_id}"


class HelpfulVote(models.Model):
    """One reader found one comment helpful. The keys are hashes and are purged; the count stays."""

    comment = models.ForeignKey(ReaderComment, on_delete=models.CASCADE, related_name="votes")
    writer_key = models.CharField(max_length=32)
    network_key = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["comment", "writer_key"], name="one_vote_per_reader"),
            models.UniqueConstraint(
                fields=["comment", "network_key"],
                condition=~models.Q(network_key=""),
                name="one_vote_per_network",
            ),
        ]

    def __str__(self):
        return str(self.comment_id)


class PageFeedback(models.Model):
    """A reader's private word about a page: helpful or not, and what was wrong. Never public."""

    class Problem(models.TextChoices):
        NONE = "", _("Nothing")
        WRONG = "wrong", _("Something is medically wrong or unsafe")
        OLD = "old", _("It is out of date")
        UNCLEAR = "unclear", _("I could not understand it")
        MISSING = "missing", _("I did not find what I looked for")
        BROKEN = "broken", _("Something does not work")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="reader_feedback")
    helpful = models.BooleanField(_("helpful"))
    problem = models.CharField(
        _("what was wrong?"), max_length=16, choices=Problem.choices, blank=True, default=""
    )
    text = models.TextField(_("in your words (optional)"), max_length=2000, blank=True)
    language = models.CharField(max_length=16, blank=True)
    urgent = models.BooleanField(
        _("urgent"), default=False, help_text=_("Medically wrong, or the words sound like an emergency.")
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    settled_at = models.DateTimeField(_("dealt with"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer about a page")
        verbose_name_plural = _("answers about pages")
        indexes = [
            models.Index(
                fields=["urgent", "id"], condition=models.Q(settled_at__isnull=True), name="open_feedback"
            )
        ]

    def __str__(self):
        return f"{self.page_id} {self.problem or self.helpful}"
