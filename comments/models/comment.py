"""A reader's comment under a page."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

BODY_LIMIT = 5000
NAME_LIMIT = 80
MAX_LEVEL = 3
KEY_WIDTH = 12


class Status(models.TextChoices):
    """Where a comment stands. Only approved ones are public."""

    PENDING = "pending", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")
    REMOVED = "removed", _("Removed")


class Lane(models.TextChoices):
    """Which lane of the moderation desk a comment waits in, most pressing first."""

    SAFEGUARDING = "safeguarding", _("Safeguarding")
    REPORTED = "reported", _("Reported")
    SUSPECT = "suspect", _("Suspect")
    PENDING = "pending", _("Waiting")
    SPAM = "spam", _("Spam")


WAITING_LANES = [Lane.SAFEGUARDING, Lane.REPORTED, Lane.SUSPECT, Lane.PENDING]


class CommentQuerySet(models.QuerySet):
    """Which comments are public, and which wait."""

    def approved(self):
        """Those every reader may see."""
        return self.filter(status=Status.APPROVED)

    def threads(self, page_id):
        """The first comments of each thread under a page that have a place in public."""
        return self.filter(page_id=page_id, parent__isnull=True, shown=True)

    def waiting(self):
        """Those a moderator still has to look at; spam is not urgent and not counted."""
        return self.exclude(lane="").filter(lane__in=WAITING_LANES)

    def in_lane(self, lane):
        """Those in one lane. Saying that it is not empty lets SQLite use the index of the queue."""
        return self.exclude(lane="").filter(lane=lane)


class ReaderComment(models.Model):
    """One comment. Wagtail's own `Comment` is an editor's note, so always say reader comment."""

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="reader_comments", verbose_name=_("page")
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="replies",
        # Its index, below, leaves out the first comments of threads: SQLite would walk through all of them.
        db_index=False,
        verbose_name=_("in reply to"),
    )
    root = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="thread", editable=False
    )
    # Fixed-width digits, so that every database's collation gives the order of the thread.
    path = models.CharField(max_length=KEY_WIDTH * MAX_LEVEL, blank=True, editable=False)
    level = models.PositiveSmallIntegerField(default=1, editable=False)

    name = models.CharField(_("name"), max_length=NAME_LIMIT)
    email = models.EmailField(_("e-mail"), blank=True)
    email_confirmed = models.BooleanField(_("e-mail confirmed"), default=False)
    body = models.TextField(_("comment"), max_length=BODY_LIMIT)
    language = models.CharField(_("language"), max_length=16, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reader_comments",
        verbose_name=_("member of staff"),
    )

    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.PENDING)
    lane = models.CharField(
        _("lane"), max_length=16, choices=Lane.choices, blank=True, default=Lane.PENDING, editable=False
    )
    shown = models.BooleanField(
        _("has a place in the thread"),
        default=False,
        editable=False,
        help_text=_("Approved, or kept as an empty place because an approved reply hangs on it."),
    )
    reasons = models.JSONField(_("why it was held"), default=list, blank=True)
    risk = models.PositiveSmallIntegerField(_("safeguarding level"), default=0)
    spam_score = models.FloatField(_("spam score"), null=True, blank=True)
    rejection = models.CharField(_("reason of the rejection"), max_length=500, blank=True)
    first_approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Safeguarding: the first of the two people who must agree."),
    )
    notify_replies = models.BooleanField(_("tell the writer about replies"), default=False)
    reports_settled = models.BooleanField(
        default=False, help_text=_("A moderator has kept it: further reports never hide it by themselves.")
    )
    helpful_count = models.PositiveIntegerField(_("found helpful"), default=0)
    report_count = models.PositiveIntegerField(_("open reports"), default=0)

    writer_key = models.CharField(max_length=32, blank=True, editable=False)
    network_key = models.CharField(max_length=64, blank=True, editable=False)
    email_key = models.CharField(max_length=64, blank=True, editable=False)
    body_key = models.CharField(max_length=64, blank=True, editable=False)
    form_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    consent = models.ForeignKey(
        "comments.ConsentText", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    version = models.PositiveIntegerField(default=1, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(_("changed by the writer"), null=True, blank=True)
    redacted_at = models.DateTimeField(_("shortened by the editorial team"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        permissions = [("moderate_readercomment", _("Can moderate reader comments"))]
        constraints = [
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("body"), BODY_LIMIT), name="comment_body_is_not_too_long"
            ),
            models.CheckConstraint(
                condition=~Q(status="pending") | ~Q(lane=""), name="waiting_comment_is_in_a_lane"
            ),
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(shown=True), name="approved_comment_is_shown"
            ),
        ]
        indexes = [
            models.Index(
                fields=["page", "created_at", "id"],
                condition=Q(parent__isnull=True, shown=True),
                name="comment_threads",
            ),
            models.Index(
                fields=["page", "helpful_count", "id"],
                condition=Q(parent__isnull=True, shown=True),
                name="comment_threads_by_votes",
            ),
            models.Index(fields=["page", "status"], name="comment_count"),
            models.Index(fields=["parent"], condition=Q(parent__isnull=False), name="comment_answers"),
            models.Index(fields=["root", "path"], condition=Q(shown=True), name="comment_replies"),
            models.Index(fields=["lane", "created_at", "id"], condition=~Q(lane=""), name="comment_queue"),
            models.Index(fields=["writer_key", "id"], name="comment_by_writer"),
            models.Index(fields=["email_key", "id"], name="comment_by_email"),
            models.Index(fields=["network_key", "id"], name="comment_by_network"),
            models.Index(fields=["body_key", "created_at"], name="comment_body"),
            models.Index(fields=["status", "created_at"], name="comment_age"),
            models.Index(
                fields=["decided_at", "id", "created_at"],
                condition=Q(decided_at__isnull=False),
                name="comment_decisions",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.body[:60]}"

    @property
    def is_staff_reply(self):
        """Whether the site's own staff wrote this (bool): it carries the badge."""
        return self.user_id is not None

    @property
    def is_public(self):
        """Whether every reader may see the text (bool)."""
        return self.status == Status.APPROVED

    @property
    def thread_id(self):
        """The id (int) of the thread's first comment, its own where it is the first."""
        return self.root_id or self.pk

    def place_in_thread(self):
        """Set `path` and `level` from `parent`; needs a primary key. Deeper than three levels is flat."""
        own = f"{self.pk:0{KEY_WIDTH}d}"
        above = self.parent.path[: KEY_WIDTH * (MAX_LEVEL - 1)] if self.parent else ""
        self.path = above + own
        self.level = len(self.path) // KEY_WIDTH
