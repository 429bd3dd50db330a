"""Which exceptions say that a part of the machine is gone for now, and not that the code is wrong."""

import errno

from django.db import InterfaceError, OperationalError

DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}


def is_passing(error):
    """Say whether `error` (an exception or None), or one behind it, will pass by itself (bool).

    Databases: lost, locked, full or read-only. Disk: full, read-only or failing. Cache, mail, other servers:
    not reached. A missing table is no such thing, but nobody sees one before `migrate` has run.
    """
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OperationalError | InterfaceError | ConnectionError | TimeoutError):
            return True
        if isinstance(error, OSError) and error.errno in DISK:
            return True
        # The clients of caches have exceptions of their own, none of them an OSError.
        if type(error).__module__.startswith("redis.") and type(error).__name__.endswith(
            ("ConnectionError", "TimeoutError", "ReadOnlyError")
        ):
            return True
        error = error.__cause__ or error.__context__
    return False
