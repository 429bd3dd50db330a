"""In how many indexed texts each word stands: what makes a word rare, and what a typo may have meant."""

from collections import Counter

from django.db.models import F

from pages.models import SearchTerm

# Words never begin with a space, so these rows of the same table cannot meet a word.
TOTAL_DOCUMENTS = " documents"
TOTAL_NAMES = " names"
TOTAL_BODY = " body"
TOTALS = (TOTAL_DOCUMENTS, TOTAL_NAMES, TOTAL_BODY)
BATCH = 500


def counts(words):
    """Give {word: number of texts} (dict) for those of `words` (iterable of str) that are indexed."""
    found = SearchTerm.objects.filter(term__in=list(words), documents__gt=0)
    return dict(found.values_list("term", "documents"))


def change(amounts):
    """Add `amounts` ({word: int, may be negative}) to what is stored, words in a fixed order.

    The order keeps two publishers on PostgreSQL from waiting for each other in a circle.
    """
    by_amount = {}
    for word in sorted(amounts):
        if amounts[word]:
            by_amount.setdefault(amounts[word], []).append(word)
    touched = sorted(word for words in by_amount.values() for word in words)
    create_missing(touched)
    for amount, words in sorted(by_amount.items()):
        for batch in batches(words):
            SearchTerm.objects.filter(term__in=batch).update(documents=F("documents") + amount)


def create_missing(words):
    """Store those of `words` (sorted list of str) that are new, with no text yet, and lock all of them."""
    for batch in batches(words):
        locked = SearchTerm.objects.select_for_update().filter(term__in=batch).order_by("term")
        known = set(locked.values_list("term", flat=True))
        new = [SearchTerm(term=word) for word in batch if word not in known]
        SearchTerm.objects.bulk_create(new, ignore_conflicts=True)


def batches(words):
    """Yield `words` (list) in lists short enough for one statement."""
    for start in range(0, len(words), BATCH):
        yield words[start : start + BATCH]


def replace_all(texts):
    """Count anew from `texts`: an iterable of (names, body), both as stored in the index (str)."""
    amounts = Counter()
    for names, body in texts:
        amounts.update(stored_amounts(names, body))
    SearchTerm.objects.all().delete()
    rows = (SearchTerm(term=word, documents=amount) for word, amount in amounts.items())
    SearchTerm.objects.bulk_create(rows, batch_size=2000)


def stored_amounts(names, body):
    """Give what one indexed text adds to the counts (Counter); `names`, `body`: as stored (str)."""
    amounts = Counter(set(f"{names} {body}".replace("¦", " ").split()))
    amounts.update({TOTAL_DOCUMENTS: 1, TOTAL_NAMES: len(names), TOTAL_BODY: len(body)})
    return amounts
