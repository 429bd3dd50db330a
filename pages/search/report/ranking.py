"""How well the search ranks, on three collections, beside Wagtail's own search and SQL LIKE."""

import random
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from . import corpora, engines, metrics, scratch

SAMPLE = 400
SLOW_SAMPLE = 40
# Wagtail's own ranking on SQLite asks the index once for every page found: ten seconds for one claim.
SLOW_SECONDS = 20


class Measure(NamedTuple):
    """One line of the report: `questions` (list), `metric` (function), and the `bar` (float) to reach."""

    title: str
    questions: list
    metric: object
    bar: float


@dataclass
class Run:
    """One run of the report: where the data and the pages are, what was asked for, what missed its bar."""

    folder: object
    home: object
    write: object
    full: bool
    only_ours: bool
    missed: list

    def sample(self, items, size):
        """Give `size` of `items` (list), always the same, or all when asked for."""
        return items if self.full or len(items) <= size else random.Random(1).sample(items, size)  # noqa: S311

    def judge(self, title, figure, bar):
        """Note that a `figure` (float) is below its `bar` (float)."""
        if figure < bar:
            self.missed.append(f"{title}: {figure:.3f} instead of {bar}")


def measure(run):
    """Print every line of a Run."""
    texts, claims = corpora.scifact(run.folder)
    collection(run, texts, [Measure("SciFact claims, nDCG@10", claims, metrics.ndcg, 0.66)])
    inside, outside = (corpora.lay_names(run.folder, occurs) for occurs in "10")
    named = Measure("MedQuAD, lay names loaded, recall@10", inside + outside, metrics.recall, 0.99)
    collection(run, corpora.medquad(run.folder, with_names=True), [named])
    plain = [
        Measure("MedQuAD, name in the text, recall@10", inside, metrics.recall, 0.93),
        Measure("MedQuAD, name not in the text, recall@10", outside, metrics.recall, 0.60),
    ]
    collection(run, corpora.medquad(run.folder, with_names=False), plain)
    texts, sentences = corpora.tico(run.folder)
    collection(run, texts, [Measure("TICO-19 Chinese, found at rank 1", sentences, metrics.first, 0.90)])


def collection(run, texts, measures):
    """Index `texts` with each engine in turn and print its line for each of `measures`."""
    scratch.empty()
    keys = scratch.add_pages(run.home, texts)
    scratch.index_ours(texts, keys)
    scratch.settle()
    for one in measures:
        run.write(f"\n{one.title} ({len(texts)} texts)")
        run.judge(one.title, line(run, "this site", engines.ours, keys, one, SAMPLE), one.bar)
        if not run.only_ours:
            line(run, "SQL LIKE", engines.like, keys, one, SLOW_SAMPLE)
    if not run.only_ours:
        scratch.index_stock(texts, keys)
        for one in measures:
            run.write(f"\n{one.title}")
            line(run, "Wagtail's own", engines.stock, keys, one, SLOW_SAMPLE)


def line(run, name, engine, keys, one, size):
    """Print and give the mean (float) of a Measure over a sample of its questions for one engine.

    A small sample of a slow engine ends early, after SLOW_SECONDS.
    """
    start, figures = perf_counter(), []
    for ask in run.sample(one.questions, size):
        figures.append(one.metric([keys[key] for key in engine(ask.text)], ask.answers))
        if size < SAMPLE and perf_counter() - start > SLOW_SECONDS:
            break
    mean, each = sum(figures) / len(figures), (perf_counter() - start) / len(figures)
    run.write(f"  {name:14} {mean:.3f}   {len(figures)} questions, {each * 1000:.1f} ms each")
    return mean
