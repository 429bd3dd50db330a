"""What the medical desk adds to Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from . import admin_urls, first_steps
from .branding import brand_css
from .broken_links import admin as broken_links_admin  # noqa: F401 importing it registers the report
from .citations.rich_text import register_citation
from .claims import wagtail_hooks as claims_hooks  # noqa: F401 importing it registers the hooks
from .dashboard import add_waiting_panel
from .gate.bulk import GatedPublishBulkAction
from .lean_rows import draw_rows_lean
from .lean_tags import remember_tags
from .listing_buttons import leave_translating_to_the_page
from .listings import Explorer
from .log_actions import register_log_actions
from .menus import HOOK, medical_desk
from .reviews.menu import offer_answers
from .safety import hooks as safety_hooks  # noqa: F401 importing it registers them
from .translations import GatedUpdateView  # noqa: F401 importing its module registers the hooks
from .viewsets import ContributorListing, FactViewSet, SourceViewSet
from .withdrawal import hooks as withdrawal_hooks  # noqa: F401 importing it registers them

register_snippet(SourceViewSet)
register_snippet(FactViewSet)
contributor_listing = ContributorListing()

hooks.register("register_rich_text_features", register_citation)
hooks.register("register_admin_menu_item", medical_desk)
hooks.register("register_log_actions", register_log_actions)
hooks.register("construct_homepage_panels", first_steps.add_begin_panel)
hooks.register("construct_homepage_panels", add_waiting_panel)
hooks.register("insert_global_admin_css", brand_css)
hooks.register("construct_page_action_menu", offer_answers)
hooks.register("register_bulk_action", GatedPublishBulkAction, order=1)


@hooks.register("register_admin_viewset")
def list_contributors_and_explore_pages():
    return [contributor_listing, Explorer()]


@hooks.register(HOOK)
def sources_in_the_desk():
    return SourceViewSet().get_menu_item(order=20)


@hooks.register(HOOK)
def facts_in_the_desk():
    return FactViewSet().get_menu_item(order=25)


@hooks.register(HOOK)
def contributors_in_the_desk():
    return contributor_listing.get_menu_item(order=30)


@hooks.register("register_admin_urls")
def desk_urls():
    return admin_urls.urlpatterns


@hooks.register(HOOK)
def board_in_the_desk():
    return MenuItem(
        _("Review board"), reverse("review_board"), name="review-board", icon_name="clipboard-list", order=10
    )


@hooks.register(first_steps.HOOK)
def look_at_the_board():
    return first_steps.FirstStep(
        _("See what needs a review"),
        reverse("review_board"),
        icon_name="clipboard-list",
        order=50,
        allowed=lambda user: user.has_perm("editorial.view_source"),
    )


@hooks.register("construct_main_menu")
def hide_the_heap_of_snippets(request, menu_items):
    """Everything that lies there has its own entry."""
    menu_items[:] = [item for item in menu_items if item.name != "snippets"]


leave_translating_to_the_page()
draw_rows_lean()
remember_tags()
