"""What readers report as dangerous, what was corrected, what was taken off."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """A correction that readers can see: what was wrong, what is right now, and when."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField(
        _("what was corrected"), help_text=_("For readers: what was wrong and what is right now.")
    )
    reason = models.TextField(
        _("reason"), blank=True, help_text=_("For readers: how the mistake was noticed.")
    )
    made_on = models.DateField(_("corrected on"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_on", "-pk"]
        indexes = [models.Index(fields=["-made_on", "-id"], name="corrections_by_day")]

    def __str__(self):
        return self.text[:80]


class SafetyReport(models.Model):
    """A reader's word that a page could harm. Never shown in public; its outcome may be, as a correction."""

    class Status(models.TextChoices):
        NEW = "new", _("New")
        ACCEPTED = "accepted", _("Accepted")
        DISMISSED = "dismissed", _("Not a danger")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="safety_reports")
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("The part of the page it is about.")
    )
    anchor = models.CharField(max_length=255, blank=True, editable=False)
    text = models.TextField(_("what could harm"), max_length=5000)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=16, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.NEW)
    outcome = models.TextField(_("what was decided"), blank=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    handled_at = models.DateTimeField(_("decided"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    correction = models.ForeignKey(
        Correction, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )

    class Meta:
        verbose_name = _("safety report")
        verbose_name_plural = _("safety reports")
        ordering = ["-created_at", "-pk"]
        permissions = [("decide_safetyreport", "Can decide on safety reports")]
        indexes = [models.Index(fields=["status", "-created_at"], name="safety_queue")]

    def __str__(self):
        return f"{self.page}: {self.text[:60]}"


class Withdrawal(models.Model):
    """A page taken off in an emergency, with its translations and copies."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="withdrawals")
    notice = models.TextField(_("notice for readers"), help_text=_("Shown at the addresses of the pages."))
    withdrawn_at = models.DateTimeField(_("withdrawn"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-withdrawn_at"]
        permissions = [("withdraw_page", "Can withdraw a page and its translations")]

    def __str__(self):
        return str(self.page)


class WithdrawnPage(models.Model):
    """One address that a withdrawal took off."""

    withdrawal = models.ForeignKey(Withdrawal, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="withdrawn")
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.CASCADE, related_name="+")
    # Decoded, as a request has it; empty for a page that readers never saw.
    path = models.CharField(_("address"), max_length=1000)
    language = models.CharField(max_length=16)
    title = models.CharField(max_length=255)
    # In the language of this address; the withdrawal keeps the words in the language of its own page.
    notice = models.TextField(_("notice for readers"), blank=True)

    class Meta:
        indexes = [models.Index(fields=["path"], name="withdrawn_by_path")]

    def __str__(self):
        return self.path
