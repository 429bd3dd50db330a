"""`manage.py migrate`: Django's own, in two thirds of its time."""

import functools
import gc
from contextlib import contextmanager

from django.apps import apps
from django.core.management.commands import migrate

# New objects until garbage is looked for among them; such looks until older objects have their turn.
SELDOM = (50_000, 10, 50)


@contextmanager
def garbage_collected_seldom():
    """Look for garbage seldom; afterwards as before."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def swappable_models_remembered():
    """Find out once for each model whether a setting swaps it: Django forgets it with each class it makes."""
    apps.get_swappable_settings_name = functools.cache(apps.get_swappable_settings_name)
    try:
        yield
    finally:
        del apps.get_swappable_settings_name


class Command(migrate.Command):
    """Django's command, with its options and its output.

    It makes the classes of all models anew for most steps. Looking for garbage in them took a quarter of the
    time of a first start, and asking what is swapped a seventh; the process takes some 80 MB more now.
    """

    def handle(self, *args, **options):
        """Migrate. Raises what Django's command raises."""
        with garbage_collected_seldom(), swappable_models_remembered():
            super().handle(*args, **options)
