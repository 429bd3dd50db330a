"""Measure what a publication costs on a small and on a large site."""

from articles.related import report
from pages.management.commands.search_report import Command as SearchReport


class Command(SearchReport):
    """Print how long publishing and relating an article take; works in a scratch database like its parent.

    Fails when a publication on the large site costs more than twice what it costs on the small one.
    """

    help = "Measure a publication among 1,000 and among many articles in a scratch database."

    def add_arguments(self, parser):
        """Say where the data is, and how many articles a large site has."""
        super().add_arguments(parser)
        parser.add_argument("articles", type=int, nargs="?", default=100_000)

    def measure(self, run, options):
        """Measure publications for a ranking.Run."""
        report.measure(run, options["articles"])
