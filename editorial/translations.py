"""Translating with segments side by side, held to the same gate and permissions as everything else.

Wagtail Localize catches a refusal and shows no reason, and lets everybody who may translate publish an
update. Both are mended here, before its own views are asked.
"""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from editorial.gate import GateRefused, problems
from editorial.gate.messages import refusal_text
from editorial.models import MedicalPage

BEFORE_LOCALIZE = -10


def refusal_of(translation):
    """Give the GateRefused that publishing `translation` (Translation) now would raise, None when none."""
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    found = problems(page, hard_only=True) if isinstance(page, MedicalPage) else []
    return GateRefused(page, found) if found else None


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def say_why_a_translation_is_refused(request, page):
    """Give a redirect with the reasons when the gate would refuse what is about to be published."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = _synced_translation(page)
    refused = translation and refusal_of(translation)
    if not refused:
        return None
    messages.error(request, refusal_text(refused))
    return redirect("wagtailadmin_pages:edit", page.pk)


class GatedUpdateView(UpdateTranslationsView):
    """Bring translations up to date; at once to the public only for those who may publish them."""

    def get_form(self):
        """Give the form, its box "publish" locked for those who may not."""
        form = super().get_form()
        if not self._may_publish():
            box = form.fields["publish_translations"]
            box.disabled, box.initial = True, False
            box.help_text = _("Only a publisher can publish. The translations keep what is public now.")
        return form

    @transaction.atomic
    def form_valid(self, form):
        """Update and, when asked to, publish; what the gate refuses stays as it is and is told."""
        if form.cleaned_data["publish_translations"]:
            self.object.update_from_db()
            refusals = list(filter(None, map(refusal_of, self._synced())))
            if refusals:
                for refused in refusals:
                    messages.error(self.request, refusal_text(refused))
                return redirect(self.request.path)
        return super().form_valid(form)

    def _may_publish(self):
        targets = [translation.get_target_instance() for translation in self._synced()]
        user = self.request.user
        return all(
            page.permissions_for_user(user).can_publish()
            for page in targets
            if hasattr(page, "permissions_for_user")
        )

    def _synced(self):
        return self.object.translations.filter(enabled=True).select_related("source", "target_locale")


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def update_translations_by_permission():
    """Answer at Wagtail Localize's own address."""
    return [path("localize/update/<int:translation_source_id>/", GatedUpdateView.as_view())]


def _synced_translation(page):
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
