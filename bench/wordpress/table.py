"""How the site compares with WordPress, of one run: times as many requests, as much less processor."""

from bench.serving import FRONT, ours

NAMES = {"stock": "WordPress, Twenty Twenty-Three", "classic": "WordPress, Twenty Twenty-One"}
# How many times WordPress the site is meant to be.
AIMS = {"stock": 10, "classic": 4}
CACHED = "WordPress behind fastcgi_cache: article without comments"
POST = "WordPress: post a comment"
ADMIN = "WordPress: list of posts in the admin"
PAGES = ("article without comments", "article, 20 comments", "list of articles")
# Page of the site: page of WordPress beside it, which has no conditions and treatments.
BESIDE = {
    "article without comments": "article without comments",
    "article, 20 comments": "article, 20 comments",
    "condition": "article without comments",
    "treatment": "article without comments",
    "list of articles": "list of articles",
}


def row(name, page):
    """Give the name (str) of a row: `name` a key of NAMES, `page` one of BESIDE."""
    return f"{NAMES[name]}: {page}"


def beside(found):
    """Give the lines of the comparison, none without WordPress; `found`: {row: {"rate", "cpu"}}."""
    if POST not in found:
        return
    yield "How many times the site (`BYTE_CACHE_MB=0`) is as fast as WordPress without a cache in front:"
    yield ""
    yield "| page | requests/s: stock theme | classic theme | less processor: stock theme | classic theme |"
    yield "| --- | --- | --- | --- | --- |"
    for page, other in BESIDE.items():
        if ours(page) in found:
            yield f"| {page} | {' | '.join(times(found, page, other))} |"
    yield f"| aim | {' | '.join(f'{aim}' for _figure in ('rate', 'cpu') for aim in AIMS.values())} |"
    yield ""
    yield from rest(found)


def times(found, page, other):
    """Yield how many times better (str) the site is with `page` than WordPress with `other`."""
    mine = found[ours(page)]
    for figure in ("rate", "cpu"):
        for name in NAMES:
            theirs = found[row(name, other)]
            better, worse = (mine, theirs) if figure == "rate" else (theirs, mine)
            yield f"{better[figure] / max(worse[figure], 0.001):.1f}"


def rest(found):
    """Yield the lines about what is kept, what is posted, and the admin."""
    kept = found[FRONT]["rate"] / max(found[CACHED]["rate"], 1)
    yield (
        f"Kept pages: the site behind nginx {kept:.2f} times WordPress behind nginx's cache. "
        f"To post a comment takes WordPress {found[POST]['cpu']:.1f} ms of the processor, its list of posts "
        f"in the admin {found[ADMIN]['cpu']:.1f}; ours stand in the table of one process."
    )
