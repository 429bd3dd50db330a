"""Relating in the background: at once on a small site, by a worker where TASKS names one."""

from django.apps import apps
from django_tasks import task

from .storing import relate


@task()
def relate_task(pk):
    """Relate the article with this id (int), unless it is gone or no longer published."""
    article = apps.get_model("articles", "ArticlePage").objects.live().filter(pk=pk).first()
    if article:
        relate(article)


def relate_soon(article):
    """Ask for `article` to be related."""
    relate_task.enqueue(article.pk)
