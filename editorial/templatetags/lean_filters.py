"""`{% filters_of filters %}`: the filters above a listing, drawn once for all who find the same choices."""

from functools import cache

from django import template
from django.template import engines
from django.utils.translation import get_language
from wagtail.admin.filters import ContentTypeModelMultipleChoiceField
from wagtail.models import Site

from editorial.lean_memory import Remembered, frozen
from pages.kept import counted

register = template.Library()
NAME = "wagtailadmin/shared/headers/_filters.html"
_drawn = Remembered(most=50)


@register.simple_tag(takes_context=True)
def filters_of(context, filters):
    """Give (safe str) what Wagtail's own _filters.html draws."""
    return _drawn.get(key_of(filters), lambda: stock().render(context.new({"filters": filters})))


def key_of(filters):
    """Give the key of filters of which none is chosen: language, class and choices; None for all others."""
    if not getattr(filters, "is_drawn_once", False) or filters.is_chosen():
        return None
    choices = tuple([(name, offered(field)) for name, field in filters.form.fields.items()])
    return get_language(), type(filters), choices


def offered(field):
    """Give what a form's field offers (hashable); None for types of pages, which are those of the program."""
    if isinstance(field, ContentTypeModelMultipleChoiceField):
        return None
    if getattr(getattr(field, "queryset", None), "model", None) is Site:
        return counted("sites to filter by", lambda: chosen_from(field))
    return chosen_from(field)


def chosen_from(field):
    """Give the choices (hashable) of a form's field, asked of the database."""
    # Not `list(field.choices)`: that counts the rows before it reads them.
    return frozen([choice for choice in getattr(field, "choices", ())])  # noqa: C416


@cache
def stock():
    """Give Wagtail's Template, which ours of the same name hides."""
    engine = engines["django"].engine
    ours, _origin = engine.find_template(NAME)
    return engine.find_template(NAME, skip=[ours.origin])[0]
