"""How staff list conditions and treatments."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from editorial.columns import DayColumn
from editorial.first_steps import HOOK, FirstStep
from editorial.lean_rows import choice
from editorial.listings import PageListing

from .icd10cm.views import look_up
from .models import ConditionPage, TreatmentPage

BASE = PageListing.index_view_class.base_columns


class MedicalListing(PageListing):
    """Pages of one medical type: title, label, dates, status."""

    add_to_admin_menu = True
    list_display = [
        *BASE[:2],
        Column("content_label", label=_("Label"), accessor=choice("content_label"), sort_key="content_label"),
        DayColumn("next_review_due", label=_("Review due"), sort_key="next_review_due"),
        *BASE[3:],
    ]
    list_filter = ["live", "content_label", "locale", "next_review_due"]


class ConditionListing(MedicalListing):
    """Conditions."""

    model = ConditionPage
    name = "conditions"
    icon = "tag"
    menu_label = _("Conditions")
    menu_order = 110


class TreatmentListing(MedicalListing):
    """Treatments."""

    model = TreatmentPage
    name = "treatments"
    icon = "plus-inverse"
    menu_label = _("Treatments")
    menu_order = 120


@hooks.register("register_admin_viewset")
def list_conditions_and_treatments():
    return [ConditionListing(), TreatmentListing()]


@hooks.register(HOOK)
def describe_a_condition():
    return FirstStep(
        _("Describe a condition"), reverse("conditions:choose_parent"), icon_name="tag", order=20
    )


@hooks.register(HOOK)
def describe_a_treatment():
    return FirstStep(
        _("Describe a treatment"), reverse("treatments:choose_parent"), icon_name="plus-inverse", order=30
    )


@hooks.register("register_admin_urls")
def icd10cm_urls():
    return [path("icd10cm/", look_up, name="icd10cm_look_up")]
