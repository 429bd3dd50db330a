"""Measure how the time of a search and of a publication grows with the site."""

from articles.related import report
from pages.management.commands.search_report import Command as SearchReport


class Command(SearchReport):
    """Print what searching, publishing and relating take among few and among many articles.

    Works in a scratch database, like its parent. Fails when the large site is too slow beside the small one.
    """

    help = "Measure searches and publications among 1,000 and among many articles in a scratch database."

    def add_arguments(self, parser):
        """Say where the data is, and how many articles a large site has."""
        super().add_arguments(parser)
        parser.add_argument("articles", type=int, nargs="?", default=100_000)

    def measure(self, run, options):
        """Measure for a ranking.Run."""
        report.measure(run, options["articles"])
