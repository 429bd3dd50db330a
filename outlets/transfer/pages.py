"""Pages back into a tree: first bare drafts, then their content, then what the gate lets live."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from editorial.models import MedicalPage

from .shapes import inside

PLACE = ("path", "depth", "numchild", "url_path")
DATES = ("first_published_at", "last_published_at")


def plant(record):
    """Add a page with its own words, but without anything that refers to other pages, as a draft."""
    model = apps.get_model(record["model"])
    data = inside(model, record["data"])
    plain = {field.name for field in model._meta.concrete_fields if not field.is_relation}
    bare = {name: value for name, value in data.items() if name in plain or name == "pk"}
    page = model.from_serializable_data({**bare, "live": False}, check_fks=False)
    page.locale_id = data["locale"]
    page.content_type = ContentType.objects.get_for_model(model)
    # Wagtail's own save takes whatever has a number for a page that is there already.
    page.save_base(force_insert=True)


def fill(record):
    """Give a planted page everything else: children, relations. It stays a draft."""
    model = apps.get_model(record["model"])
    stored = Page.objects.get(pk=record["pk"])
    page = model.from_serializable_data(inside(model, record["data"]), check_fks=False)
    for name in PLACE:
        setattr(page, name, getattr(stored, name))
    page.live = False
    page.content_type = ContentType.objects.get_for_model(model)
    page.save(clean=False)


def publish(record):
    """Publish a page that was public; give the reasons (str) when the gate refuses it, else ""."""
    page = apps.get_model(record["model"]).objects.get(pk=record["pk"])
    if page.alias_of_id:
        page.live = page.alias_of.live
        page.save(clean=False)
        return ""
    revision = page.save_revision(clean=False)
    try:
        with transaction.atomic():
            revision.publish()
    except ValidationError as error:
        return "; ".join(error.messages)
    _keep_dates(page, record["data"])
    return ""


def keep_draft(record):
    """Lay the newer draft of a page over it, or the page itself as its first draft."""
    page = apps.get_model(record["model"]).objects.get(pk=record["pk"])
    if page.alias_of_id:
        return
    if record["draft"]:
        content = inside(type(page), record["draft"])
        page.with_content_json({**page.serializable_data(), **content}).save_revision(clean=False)
    elif not record["live"]:
        page.save_revision(clean=False)


def _keep_dates(page, data):
    """Publishing has dated the page today; readers shall see the dates it had."""
    dates = {name: parse_datetime(data[name]) for name in DATES if data.get(name)}
    if isinstance(page, MedicalPage):
        dates["materially_updated_on"] = data["materially_updated_on"] or timezone.localdate()
    type(page).objects.filter(pk=page.pk).update(**dates)
