"""A field for many pages, chosen with Wagtail's searching page chooser, one after the other."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from wagtail.models import Page


class PagesChooser(forms.SelectMultiple):
    """The chosen pages as a list with "remove" buttons and a button that opens the page chooser.

    Only the chosen pages are drawn, however many there are to choose from.
    """

    template_name = "pages/widgets/pages_chooser.html"

    def __init__(self, page_type, attrs=None):
        super().__init__(attrs)
        self.page_type = page_type

    def optgroups(self, name, value, attrs=None):
        """Give nothing: the list of all pages is never drawn."""
        return []

    def get_context(self, name, value, attrs):
        """Add the chosen pages and where to choose more."""
        context = super().get_context(name, value, attrs)
        chosen = Page.objects.in_bulk([pk for pk in value or [] if str(pk).isdigit()])
        context["widget"] |= {
            "chosen": [chosen[int(pk)] for pk in value or [] if str(pk).isdigit() and int(pk) in chosen],
            "chooser_url": f"{reverse('wagtailadmin_choose_page')}?page_type={self.page_type}",
        }
        return context

    def _render(self, template_name, context, renderer=None):
        """Render with the site's templates: Django's own form renderer looks into apps only."""
        return mark_safe(render_to_string(template_name, context))  # noqa: S308 a template escapes

    @cached_property
    def media(self):
        """The script that opens the chooser."""
        return forms.Media(
            js=["wagtailadmin/js/page-chooser-modal.js", "js/admin/pages-chooser.js"],
            css={"all": ["css/admin/pages-chooser.css"]},
        )
