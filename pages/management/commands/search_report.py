"""Measure the ranking and the speed of the search."""

import os
import random
import tempfile
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from pages.search.report import corpora, engines, metrics, scratch, speed

SAMPLE = 400
# Wagtail's own ranking on SQLite asks the index once for every page found: minutes for a few claims.
SLOW_SAMPLE = 40


class Command(BaseCommand):
    """Print how well the search ranks (three test collections), beside Wagtail's own and SQL LIKE.

    Works in a scratch database of the kind that DATABASE_URL names, never in the site's. Exit code 1 when a
    figure is below its bar.
    """

    help = (
        "Measure the ranking of the search in a scratch database, beside Wagtail's own search and SQL LIKE."
    )

    def add_arguments(self, parser):
        parser.add_argument("--data", default=str(settings.BASE_DIR.parent / "shared" / "data"))
        parser.add_argument("--full", action="store_true", help="every question instead of a sample")
        parser.add_argument("--related", action="store_true", help="measure related articles instead")
        parser.add_argument(
            "--speed", type=int, metavar="PAGES", help="compare PAGES pages with 1,000 instead"
        )
        parser.add_argument("--only-ours", action="store_true", help="leave out Wagtail's own and LIKE")

    def handle(self, *args, **options):
        self.folder, self.options, self.missed = Path(options["data"]), options, []
        if not (self.folder / "medquad").is_dir():
            raise CommandError(f"The test data is not in {self.folder}. Name its folder with --data.")
        name = "search_report" if connection.vendor == "postgresql" else scratch_file()
        with scratch.scratch_database(name):
            self.stdout.write(f"Database: {connection.vendor}")
            self.home = scratch.home_page()
            self.measure()
        if self.missed:
            raise CommandError("Below the bar: " + "; ".join(self.missed))

    def measure(self):
        """Run the part that was asked for."""
        if self.options["related"]:
            self.related()
        elif self.options["speed"]:
            self.speed(self.options["speed"])
        else:
            self.ranking()

    def ranking(self):
        """Measure the three collections."""
        texts, claims = corpora.scifact(self.folder)
        self.collection("SciFact claims, nDCG@10", texts, claims, metrics.ndcg, 0.66)
        plain = corpora.medquad(self.folder, with_names=False)
        named = corpora.medquad(self.folder, with_names=True)
        inside, outside = (corpora.lay_names(self.folder, occurs) for occurs in "10")
        self.collection("MedQuAD lay names loaded, recall@10", named, inside + outside, metrics.recall, 0.99)
        self.collection("MedQuAD, name in the text, recall@10", plain, inside, metrics.recall, 0.93)
        self.collection("MedQuAD, name not in the text, recall@10", plain, outside, metrics.recall, 0.60)
        texts, sentences = corpora.tico(self.folder)
        self.collection("TICO-19 Chinese, first at rank 1", texts, sentences, metrics.first, 0.90)

    def speed(self, most):
        """Compare the time of a search in 1,000 pages with that in `most` (int)."""
        small, large = speed.measure(self.folder, self.home, [1000, most], self.stdout.write)
        if large > speed.SLOWER * small:
            self.missed.append(f"95th percentile {large / small:.1f} times, not {speed.SLOWER}")

    def collection(self, title, texts, questions, metric, bar):
        """Print one line for each engine; note when ours is below `bar`."""
        scratch.empty()
        keys = scratch.add_pages(self.home, texts)
        self.stdout.write(f"\n{title} ({len(texts)} texts)")
        scratch.index_ours(texts, keys)
        scratch.count_words()
        figure = self.line("this site", engines.ours, keys, self.sample(questions, SAMPLE), metric)
        if figure < bar:
            self.missed.append(f"{title}: {figure:.3f} instead of {bar}")
        if not self.options["only_ours"]:
            self.line("SQL LIKE", engines.like, keys, self.sample(questions, SLOW_SAMPLE), metric)
            scratch.store.IndexEntry.objects.all().delete()
            scratch.index_stock(texts, keys)
            self.line("Wagtail's own", engines.stock, keys, self.sample(questions, SLOW_SAMPLE), metric)

    def sample(self, questions, size):
        """Give `size` of the questions, always the same ones, or all when asked for."""
        whole = self.options["full"] or len(questions) <= size
        return questions if whole else random.Random(1).sample(questions, size)  # noqa: S311

    def line(self, name, engine, keys, questions, metric):
        """Print and give the mean (float) of `metric` over `questions` for one engine."""
        start = perf_counter()
        figures = [metric([keys[key] for key in engine(ask.text)], ask.answers) for ask in questions]
        mean, each = sum(figures) / len(figures), (perf_counter() - start) / len(figures)
        self.stdout.write(f"  {name:14} {mean:.3f}   {len(figures)} questions, {each * 1000:.1f} ms each")
        return mean


def scratch_file():
    """Give the name (str) of a file for the scratch database."""
    return str(Path(tempfile.gettempdir()) / f"search-report-{os.getpid()}.sqlite3")
