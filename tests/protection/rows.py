"""A row for every model that addresses of the admin name, made from what its fields need."""

from datetime import date
from uuid import uuid4

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page, Task, Workflow, WorkflowState, WorkflowTask

from editorial.models import User
from tests.comments.factories import make_comment
from tests.examples import MODELS, ROWS
from tests.pages.factories import make_picture

PLAIN = (
    (models.BooleanField, lambda: False),
    (models.DateTimeField, timezone.now),
    (models.DateField, date.today),
    (models.IntegerField, lambda: 1),
    (models.FloatField, lambda: 1.0),
    (models.JSONField, dict),
    (models.UUIDField, uuid4),
)


def make_rows(page):
    """Make what is missing: a picture, a document, a workflow before a task, one row of every other kind."""
    make_picture()
    get_document_model().objects.create(title="Leaflet", file=ContentFile(b"%PDF-1.4", "leaflet.pdf"))
    start_workflow(page)
    make_comment(page)
    snippets = [model._meta.label for model in apps.get_models() if hasattr(model, "snippet_viewset")]
    for label in (*ROWS.values(), *MODELS.values(), *snippets):
        row_of(apps.get_model(label), page)


def start_workflow(page):
    """Bring `page` before a task of a workflow that any publisher may decide."""
    workflow = Workflow.objects.first() or Workflow.objects.create(name="Review")
    if not workflow.tasks.exists():
        WorkflowTask.objects.create(workflow=workflow, task=Task.objects.first())
    if not WorkflowState.objects.exists():
        page.save_revision()
        workflow.start(page, User.objects.first())


def row_of(model, page):
    """Give the first row of `model`, made when there is none; what it refers to is made too."""
    if issubclass(model, Page):
        return page if isinstance(page, model) else page.page_ptr
    found = model.objects.order_by("pk").first()
    if found:
        return found
    row = model(**{field.name: value_of(field, page) for field in needed_fields(model)})
    models.Model.save(row)
    return row


def needed_fields(model):
    """Give the fields (list) of a model that a row cannot do without."""
    return [
        field
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField)
        and not field.null
        and (not field.has_default() or field.unique)
    ]


def value_of(field, page):
    """Give something that a field takes."""
    if field.is_relation:
        return row_of(field.related_model, page)
    if field.choices:
        return field.flatchoices[0][0]
    for kind, make in PLAIN:
        if isinstance(field, kind):
            return make()
    return "example"
