"""The texts and questions to measure with, read from the folder of test data."""

import json
from collections import defaultdict
from typing import NamedTuple


class Text(NamedTuple):
    """A text to find: `id` (str), `title` (str), other `names` (list of str), `body` (str)."""

    id: str
    title: str
    names: list
    body: str


class Question(NamedTuple):
    """A question: `text` (str) and the ids of the texts that answer it ({id: grade, int})."""

    text: str
    answers: dict


def lines(path):
    """Yield the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def scifact(folder):
    """Give (texts, questions): abstracts, and claims that they support or refute."""
    texts = [
        Text(entry["_id"], entry["title"], [], entry["text"])
        for entry in lines(folder / "scifact" / "corpus.jsonl")
    ]
    answers = defaultdict(dict)
    for line in (folder / "scifact" / "qrels.train.txt").read_text().splitlines():
        topic, _run, text, grade = line.split()
        answers[topic][text] = int(grade)
    topics = (
        line.split("\t", 1) for line in (folder / "scifact" / "topics.train.tsv").read_text().splitlines()
    )
    return texts, [Question(claim, answers[topic]) for topic, claim in topics if topic in answers]


def medquad(folder, *, with_names):
    """Give the texts (list) of consumer health articles; `with_names`: with their synonyms as names."""
    return [
        Text(
            entry["id"],
            entry["focus"],
            entry["synonyms"] if with_names else [],
            "\n".join(f"{part['question']}\n{part['answer']}" for part in entry["qa"]),
        )
        for entry in lines(folder / "medquad" / "articles.jsonl")
    ]


def lay_names(folder, in_text):
    """Give the questions (list): lay names; `in_text`: "1" those that occur in the text, "0" the others."""
    rows = (folder / "medquad" / "synonym_queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    split = (row.split("\t") for row in rows)
    return [Question(name, {text: 1}) for name, text, occurs in split if occurs == in_text]


def same_concept(folder):
    """Give {id: set of ids}: articles of other publishers about the same concept."""
    return {
        entry["id"]: set(entry["related"])
        for entry in lines(folder / "medquad" / "related_gold_same_cui.jsonl")
    }


def tico(folder):
    """Give (texts, questions): Chinese documents, asked for by their title or first sentence."""
    documents = [
        (entry["doc"], [segment["zh"] for segment in entry["segments"]])
        for entry in lines(folder / "tico19_en_zh" / "documents.jsonl")
    ]
    texts = [Text(name, sentences[0], [], "\n".join(sentences)) for name, sentences in documents]
    return texts, [Question(sentences[0], {name: 1}) for name, sentences in documents]
