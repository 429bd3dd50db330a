"""Text by rule, about nothing: no medical statement, and marked as generated wherever it stands."""

import json
import uuid

PLACES = [
    "garden",
    "library",
    "station",
    "harbour",
    "market",
    "bridge",
    "workshop",
    "valley",
    "tower",
    "mill",
]
THINGS = ["bench", "lamp", "map", "basket", "ladder", "window", "letter", "clock", "rope", "kettle", "drum"]
DOINGS = ["stands in", "is kept near", "was drawn for", "belongs to", "came from", "is older than"]
COLOURS = ["blue", "green", "plain", "round", "small", "heavy", "quiet", "spare"]
PARAGRAPHS = 4
SENTENCES = 5
MARK = "Generated text, only to measure this site. It says nothing about health."


def sentence(number):
    """Give one sentence (str) for a `number` (int); the same number gives the same."""
    colour, thing = COLOURS[number % len(COLOURS)], THINGS[number // 3 % len(THINGS)]
    doing, place = DOINGS[number // 5 % len(DOINGS)], PLACES[number // 7 % len(PLACES)]
    return f"The {colour} {thing} {doing} the {place}."


def paragraphs(number):
    """Give PARAGRAPHS texts (list of str) for a page's `number` (int)."""
    start = number * 31
    return [
        " ".join(sentence(start + part * SENTENCES + place) for place in range(SENTENCES))
        for part in range(PARAGRAPHS)
    ]


def title(kind, number):
    """Give the title (str) of a generated page; `kind` (str): article, condition, treatment."""
    thing, place = THINGS[number % len(THINGS)], PLACES[number % len(PLACES)]
    return f"Generated {kind} {number}: the {thing} and the {place}"


def summary(number):
    """Give the summary (str) of a page."""
    return f"{MARK} {sentence(number * 31)}"


def body(number):
    """Give the stored form (str, JSON) of a page's text: headings and paragraphs."""
    blocks = []
    for place, text in enumerate(paragraphs(number), start=1):
        blocks.append(("heading", {"text": f"Generated part {place}", "level": "2"}))
        blocks.append(("paragraph", f"<p>{text}</p>"))
    return json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks])
