"""What the rows of a listing ask of their pages, read for all of them at once."""

from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models.query import ModelIterable
from wagtail.models import Locale, Page, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail.query import DeferredSpecificIterable

from pages.kept import counted


@cache
def has_kinds(model):
    """Whether a page that is found as `model` may be one of a more special type (bool)."""
    return any(issubclass(other, model) and other is not model for other in apps.get_models())


def annotated(pages):
    """Give `pages` (PageQuerySet) with what Wagtail's listings ask of each in the same query."""
    pages = as_their_own_kind(pages) if has_kinds(pages.model) else pages.defer_streamfields()
    return pages.annotate_site_root_state().annotate_approved_schedule()


class OwnKind(DeferredSpecificIterable):
    """Gives each page as what it is, with what all pages have; rows show no more.

    Wagtail makes a second object of each for that.
    """

    def __iter__(self):
        for page in ModelIterable.__iter__(self):
            model = page.specific_class or type(page)
            page.__dict__.update(dict.fromkeys(keys_of(model), page.pk))
            # What only this type has is deferred then, as after Django's `only`.
            page.__class__ = model
            yield page


@cache
def keys_of(model):
    """Give the names (tuple of str) under which a page of `model` has its id."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.primary_key)


def as_their_own_kind(pages):
    """Give `pages` (PageQuerySet) as Wagtail's `specific(defer=True)` gives them."""
    pages = pages.specific(defer=True)
    pages._iterable_class = OwnKind
    return pages


@cache
def listed(model):
    """Give all pages of a model (PageQuerySet, not to be evaluated itself) as `annotated` does."""
    return annotated(model.objects.all())


def know_root(user):
    """Note on `user` (User), who explores everything, where that begins: Wagtail asks twice for it."""
    roots = counted("roots", lambda: list(Page.objects.filter(depth=1)))
    if len(roots) == 1:
        setattr(user, page_permission_policy._explorable_root_instance_cache_name, roots[0])


def prepare(pages):
    """Put on each of `pages` (iterable, read once and kept by it) what Wagtail's listings prefetch."""
    locales, states = counted("locales by id", Locale.objects.in_bulk), states_of(pages)
    for page in pages:
        page.content_type = ContentType.objects.get_for_id(page.content_type_id)
        page.locale = locales[page.locale_id]
        page._current_workflow_states = states.get(str(page.pk), [])


def states_of(pages):
    """Give {id of a page (str): its workflow states (list) that go on}."""
    root = ContentType.objects.get_for_model(Page)
    ids = [str(page.pk) for page in pages]
    found = WorkflowState.objects.active().filter(base_content_type=root, object_id__in=ids)
    states = {}
    for state in found.select_related("current_task_state__task"):
        states.setdefault(state.object_id, []).append(state)
    return states
