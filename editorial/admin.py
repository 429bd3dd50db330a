"""Django's own admin: users and plain records, for superusers."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from .models import Correction, Review, SafetyReport, Source, User, Withdrawal

admin.site.register(User, UserAdmin)


class RecordAdmin(admin.ModelAdmin):
    """A record of what happened: to be looked at, never to be changed here."""

    list_per_page = 50

    def has_add_permission(self, request):
        """Nobody writes history by hand (bool)."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody rewrites it (bool)."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody takes it away (bool)."""
        return False


@admin.register(Review)
class ReviewAdmin(RecordAdmin):
    """Medical reviews."""

    list_display = ["page", "reviewer", "outcome", "reviewed_at"]
    list_filter = ["outcome"]
    list_select_related = ["page", "reviewer"]


@admin.register(SafetyReport)
class SafetyReportAdmin(RecordAdmin):
    """Readers' reports of danger."""

    list_display = ["page", "status", "created_at", "handled_by"]
    list_filter = ["status"]
    list_select_related = ["page", "handled_by"]


@admin.register(Correction)
class CorrectionAdmin(RecordAdmin):
    """Public corrections."""

    list_display = ["page", "made_on", "text"]
    list_select_related = ["page"]


@admin.register(Withdrawal)
class WithdrawalAdmin(RecordAdmin):
    """Emergency withdrawals."""

    list_display = ["page", "withdrawn_at", "withdrawn_by", "lifted_at"]
    list_select_related = ["page", "withdrawn_by"]


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    """Sources, as plain records."""

    list_display = ["title", "type", "year", "is_retracted"]
    list_filter = ["type", "is_retracted"]
    search_fields = ["title", "doi", "pmid"]
    list_per_page = 50
