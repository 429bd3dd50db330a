"""Make the workflow "Medical review": a clinician signs, then a publisher publishes."""

from django.db import migrations

NAME = "Medical review"
CHECKLIST = """The text agrees with the sources it cites
Benefits and risks are named with equal weight
It says when to get help
Grades of evidence are those that somebody assigned"""


def make_workflow(apps, schema_editor):
    get = apps.get_model
    root = get("wagtailcore", "Page").objects.filter(depth=1).first()
    if root is None:
        return
    workflow = get("wagtailcore", "Workflow").objects.create(name=NAME)
    for order, task in enumerate([_review_task(get), _publisher_task(get)]):
        get("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task_id=task.pk, sort_order=order)
    # Wagtail's own workflow asks its Moderators, who moderate comments here.
    get("wagtailcore", "WorkflowPage").objects.filter(page=root).delete()
    get("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(active=False)
    get("wagtailcore", "Task").objects.filter(name="Moderators approval").update(active=False)
    get("wagtailcore", "WorkflowPage").objects.create(page=root, workflow=workflow)


def _content_type(get, app_label, model):
    return get("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)[0]


def _review_task(get):
    return get("editorial", "MedicalReviewTask").objects.create(
        name=NAME, content_type=_content_type(get, "editorial", "medicalreviewtask"), checklist=CHECKLIST
    )


def _publisher_task(get):
    task = get("wagtailcore", "GroupApprovalTask").objects.create(
        name="Publisher's approval", content_type=_content_type(get, "wagtailcore", "groupapprovaltask")
    )
    task.groups.set(get("auth", "Group").objects.filter(name="Publishers"))
    return task


def remove_workflow(apps, schema_editor):
    get = apps.get_model
    get("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    get("wagtailcore", "Task").objects.filter(name__in=[NAME, "Publisher's approval"]).delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0008_claim_seed")]

    operations = [migrations.RunPython(make_workflow, remove_workflow)]
