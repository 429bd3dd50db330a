"""Let a command that saves the same pages again and again index and relate each of them once."""

from contextlib import contextmanager

from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResult, TaskResultStatus, task_backends
from django_tasks.backends.base import BaseTaskBackend


class Gathering(BaseTaskBackend):
    """Keeps the tasks that are asked for, each call once, in the order in which they were last asked for."""

    supports_async_task = supports_priority = True

    def __init__(self, behind):
        """`behind`: the backend (BaseTaskBackend) that they are for."""
        super().__init__(behind.alias, {})
        self.calls = {}

    def enqueue(self, task, args, kwargs):
        """Keep a call; give its TaskResult, not run yet."""
        name = (task.module_path, repr(args), repr(kwargs))
        self.calls.pop(name, None)
        self.calls[name] = (task, args, kwargs)
        never = dict.fromkeys(("enqueued_at", "started_at", "finished_at", "last_attempted_at"))
        about = {"task": task, "id": repr(name), "args": args, "kwargs": kwargs, "backend": self.alias}
        return TaskResult(status=TaskResultStatus.READY, errors=[], worker_ids=[], **about, **never)


@contextmanager
def each_task_once():
    """Hold back the tasks of this thread; after the block, failed or not, hand each over once.

    To be used outside transactions: what the block commits bit by bit is indexed even when a later bit fails.
    """
    behind = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
    gathering = task_backends[DEFAULT_TASK_BACKEND_ALIAS] = Gathering(behind)
    try:
        yield
    finally:
        task_backends[DEFAULT_TASK_BACKEND_ALIAS] = behind
        for task, args, kwargs in gathering.calls.values():
            behind.enqueue(task, args, kwargs)
