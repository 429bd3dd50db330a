"""How well related articles are found by their text alone, beside plain TF-IDF."""

from . import baselines, corpora, engines, metrics, scratch
from .ranking import SAMPLE

BAR = 0.68
AT = 5
BASELINES = {
    "TF-IDF, bodies": {"title_weight": 0},
    "TF-IDF, titles and questions weighted": {"title_weight": 5, "question_weight": 3},
}


def measure(run):
    """Print recall@5 of a ranking.Run on MedQuAD's articles about the same concept."""
    texts = corpora.medquad(run.folder, with_names=False)
    gold = corpora.same_concept(run.folder)
    wanted = run.sample(sorted(gold), SAMPLE)
    scratch.empty()
    keys = scratch.add_pages(run.home, texts)
    scratch.index_ours(texts, keys)
    scratch.settle()
    run.write(f"\nRelated articles by text alone, recall@{AT} ({len(wanted)} of {len(gold)} articles)")
    by_text = {text: key for key, text in keys.items()}
    found = {text: [keys[key] for key in engines.like_this(by_text[text], AT)] for text in wanted}
    run.judge("related articles", line(run, "this site", gold, found), BAR)
    if not run.only_ours:
        for name, weights in BASELINES.items():
            line(run, name, gold, baselines.nearest(texts, wanted, AT, **weights))


def line(run, name, gold, found):
    """Print and give the mean recall@5 (float) of `found` ({id: ids}) against `gold` ({id: set of ids})."""
    mean = sum(metrics.recall(ids, gold[key], at=AT) for key, ids in found.items()) / len(found)
    run.write(f"  {name:38} {mean:.3f}")
    return mean
