"""Measure the spam score."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from comments.spam import can_learn
from comments.spam.evaluation import sms_figures, youtube_figures


class Command(BaseCommand):
    """Print precision, recall and F1 of the spam score on each labelled set.

    Each figure is for texts the score had not learned from. Reads `comments/` in the folder given, by
    default `shared/data` beside the project. Exit code 1 when the data or the library is missing.
    """

    help = "Print precision, recall and F1 of the spam score on labelled comments it did not learn from."

    def add_arguments(self, parser):
        parser.add_argument("--data", help="folder that holds youtube_spam/ and sms_spam/")

    def handle(self, *, data, **options):
        folder = Path(data) if data else Path(settings.BASE_DIR).parent / "shared" / "data" / "comments"
        if not folder.is_dir():
            raise CommandError(f"No labelled comments in {folder}. Name a folder with --data.")
        if not can_learn():
            raise CommandError("The library pyliblinear is not installed: the spam score cannot learn.")
        self.stdout.write(f"{'held-back set':<24}{'texts':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
        for figures in [*youtube_figures(folder), *sms_figures(folder)]:
            self.stdout.write(
                f"{figures.name:<24}{figures.size:>7}{figures.precision:>11.3f}"
                f"{figures.recall:>8.3f}{figures.f1:>7.3f}"
            )
