"""What is done regularly, how often, and at what minute of the hour or time of the day.

The one list: the timers in deploy/systemd, the worker of compose.yaml, /readyz and the page of scheduled jobs
follow it. `every` is in minutes; `at` is where the first of a day lies.
"""

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from .environment import BASE_DIR, VAR_DIR, env

BACKUP_FOLDER = BASE_DIR / env.str("BACKUP_FOLDER", default=str(VAR_DIR / "backups"))
BACKUP_KEEP = env.int("BACKUP_KEEP", default=14)
TASK_QUEUE = env.str("TASK_QUEUE", default="immediate")
TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
if TASK_QUEUE not in TASK_BACKENDS:
    raise ImproperlyConfigured(f"TASK_QUEUE is one of {', '.join(TASK_BACKENDS)}.")
TASKS = {"default": {"BACKEND": TASK_BACKENDS[TASK_QUEUE]}}
TASK_APPS = ["django_tasks_db"] if TASK_QUEUE == "database" else []

JOBS = {
    "publish_scheduled": {
        "label": _("Publish and expire scheduled pages"),
        "command": ["publish_scheduled"],
        "every": 5,
        "at": "00:00",
    },
    "send_comment_mail": {
        "label": _("Send comment mail that waits"),
        "command": ["send_comment_mail"],
        "every": 5,
        "at": "00:02",
    },
    "purge": {
        "label": _("Forget what nobody needs any more"),
        "command": ["purge"],
        "every": 60,
        "at": "00:17",
    },
    # Short, because where one program runs all jobs in turn the others wait.
    "store_pages": {
        "label": _("Have published pages ready for readers"),
        "command": ["store_pages", "--seconds", "240"],
        "every": 60,
        "at": "00:40",
    },
    "update_review_board": {
        "label": _("Bring the review board into step with the calendar"),
        "command": ["update_review_board"],
        "every": 1440,
        "at": "02:10",
    },
    "find_broken_links": {
        "label": _("Look for links that lead nowhere"),
        "command": ["find_broken_links"],
        "every": 1440,
        "at": "02:30",
    },
    "learn_comment_spam": {
        "label": _("Let the spam score learn from the moderators"),
        "command": ["learn_comment_spam"],
        "every": 1440,
        "at": "02:50",
    },
    "backup": {
        "label": _("Back up database and pictures"),
        "command": ["backup", "--keep", str(BACKUP_KEEP)],
        "every": 1440,
        "at": "03:20",
    },
    "send_review_digests": {
        "label": _("Mail owners the pages that wait for a review"),
        "command": ["send_review_digests"],
        "every": 1440,
        "at": "06:10",
    },
    "send_comment_digest": {
        "label": _("Mail moderators what waits"),
        "command": ["send_comment_mail", "--digest"],
        "every": 1440,
        "at": "06:20",
    },
}
if TASK_QUEUE == "database":
    JOBS["prune_tasks"] = {
        "label": _("Forget finished tasks of the queue"),
        "command": ["prune_db_task_results"],
        "every": 1440,
        "at": "03:50",
    }
