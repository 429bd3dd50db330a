"""The programs behind the Makefile. They need Python only; this check runs first."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that older versions reach
    sys.exit(
        "healthsite needs Python 3.11 or newer; this is Python %d.%d.\n"  # noqa: UP031
        "If a newer one is installed, name it: make run PYTHON=python3.12" % sys.version_info[:2]
    )
