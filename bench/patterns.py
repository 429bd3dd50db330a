"""How long our regular expressions take for 100 kB, whatever the text is made of.

    .venv/bin/python -m bench.patterns

Prints the slowest, in milliseconds of the processor, and how many there are.
"""

import os

import django

from scripts.patterns import UNITS, cost_of, patterns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")
BYTES = 100_000
SHOWN = 10


def texts():
    """Yield texts (str) of 100 kB in UTF-8, each one thing again and again."""
    for unit in UNITS:
        yield (unit * (BYTES // len(unit.encode()) + 1)).encode()[:BYTES].decode(errors="ignore")


def slowest(pattern, ways):
    """Give what the worst text costs (float, ms): of three tries the quickest counts."""
    lines = [text if isinstance(pattern.pattern, str) else text.encode() for text in texts()]
    cost = max(min(cost_of(pattern, way, line) for _try in range(3)) for line in lines for way in ways)
    return 1000 * cost


def main():
    """Print the table."""
    django.setup()
    found = {place: slowest(*question) for place, question in patterns().items()}
    print(f"{len(found)} patterns, {BYTES:,} bytes each of {len(UNITS)} texts; the slowest:\n")
    print("| pattern | ms |\n| --- | ---: |")
    for place in sorted(found, key=found.get, reverse=True)[:SHOWN]:
        print(f"| {place} | {found[place]:.0f} |")


if __name__ == "__main__":
    main()
