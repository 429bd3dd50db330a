"""From a query of Wagtail's search API to ranked keys of objects."""

from modelsearch.backends.base import BaseSearchQueryCompiler
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Or, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from pages.search import vocabulary
from pages.search.analysis import analyse, heads, is_beginning, typed_words, words_to_store
from pages.search.query import cleaned

from . import candidates, ranking
from .documents import NAME_MARK, spaced
from .store import PREFIX, Match, as_text, entries_matching

MAX_WORDS = 32


def text_of(query):
    """Give (what was typed: str, whether every word must be there: bool) for a query of the search API.

    A phrase is looked for as its words. Raises NotImplementedError for `Not`.
    """
    if isinstance(query, PlainText):
        return query.query_string, query.operator.lower() == "and"
    if isinstance(query, (Phrase, Fuzzy)):
        return query.query_string, True
    if isinstance(query, Boost):
        return text_of(query.subquery)
    if isinstance(query, (And, Or)):
        return " ".join(text_of(part)[0] for part in query.subqueries), isinstance(query, And)
    raise NotImplementedError(f"{type(query).__name__} is not supported by this search backend.")


def unique(words):
    """Give `words` (iterable of str) without repetition (list), in their order."""
    return list(dict.fromkeys(words))


def rarest(words, numbers):
    """Give the MAX_WORDS rarest of `words` (list of str); `numbers`: {word: texts that hold it}."""
    return sorted(words, key=lambda word: numbers.get(word, 0))[:MAX_WORDS]


def known(words, numbers):
    """Give those of `words` (list of str) that stand in a text; `numbers`: {word: texts that hold it}."""
    return [word for word in words if word in numbers]


def open_ended(words, numbers):
    """Give `words` (list of str) with a `*` after those that can only be beginnings.

    `numbers`: {word: texts that hold it}. A word in no text may be half of a name, or of its pinyin.
    """
    return [f"{word}*" if is_beginning(word) or word not in numbers else word for word in words]


class QueryCompiler(BaseSearchQueryCompiler):
    """A whole-word query: which objects match, the best first."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    column = "body"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.everything = isinstance(self.query, MatchAll)
        text, self.all_words = ("", False) if self.everything else text_of(self.query)
        self.text = cleaned(text)
        if self.fields and list(self.fields) == ["title"] and self.column == "body":
            self.column = "title"

    @property
    def content_types(self):
        """The ids (list of int) of the content types that the queryset can hold."""
        return get_descendants_content_types_pks(self.queryset.model)

    def ranked(self):
        """Give [(key, score), ...] (str, float), the best first, at most candidates.POOL of them."""
        core, extra = map(unique, analyse(self.text))
        aids = unique(heads(self.text))
        numbers = vocabulary.counts([*core, *extra, *aids, *vocabulary.TOTALS])
        core = open_ended(rarest(core, numbers), numbers)
        extra, aids = known(rarest(extra, numbers), numbers), known(rarest(aids, numbers), numbers)
        found = candidates.find(self.matches(core, extra + aids, numbers), self.queryset, self.content_types)
        exact_name = f"{NAME_MARK}{spaced(words_to_store(self.text))}{NAME_MARK}"
        query = ranking.weights(core + extra, numbers, aids=aids, name=exact_name)
        scored = ((text.key, ranking.score(text, query)) for text in found.values())
        return ranking.worth_showing(ranking.order(scored), query)

    def matches(self, core, more, numbers):
        """Give the Matches (iterable) for the words `core` and for what helps, `more` (lists of str)."""
        if self.all_words:
            return [Match(core, True, column) for column in ("title", self.column) if core]
        return candidates.any_word(core + more, numbers)

    def matching(self):
        """Give the queryset of all objects that match, unranked and unlimited."""
        words = self.words_to_match()
        if not words:
            return self.queryset.none()
        rows = entries_matching(Match(words, self.all_words, self.column))
        rows = rows.filter(**{f"{PREFIX}content_type_id__in": self.content_types})
        keys = rows.order_by().values(f"{PREFIX}object_id")
        return self.queryset.alias(index_key=as_text("pk")).filter(index_key__in=keys)

    def words_to_match(self):
        """Give the words (list of str) of the query as the index holds them."""
        core = unique(analyse(self.text).core)[:MAX_WORDS]
        return open_ended(core, vocabulary.counts(core))


class AutocompleteQueryCompiler(QueryCompiler):
    """A query still being typed: its last word may be only the beginning of one."""

    column = "autocomplete"

    def words_to_match(self):
        """Give the words (list of str) to compare with what is typed; the last one is open-ended."""
        words = unique(typed_words(self.text))[:MAX_WORDS]
        return [*open_ended(words[:-1], words), *(f"{word}*" for word in words[-1:])]

    def ranked(self):
        """Give [(key, score), ...]: names that begin as typed first, then the shorter ones."""
        words = self.words_to_match()
        matches = [Match(words, self.all_words, self.column)] if words else []
        found = candidates.find(matches, self.queryset, self.content_types)
        query = unique(words_to_store(self.text))
        return ranking.order(
            (text.key, begins(text.names, query) - len(text.names) / 10_000) for text in found.values()
        )


def begins(names, words):
    """Whether a stored name in `names` (str) begins with `words` (list of str), the last perhaps half."""
    *whole, half = words or [""]
    for name in names.split(NAME_MARK):
        stored = name.split()[: len(words)]
        if len(stored) == len(words) and stored[:-1] == whole:
            # The stem of half a word can be longer than that of the whole one ("slipp", "slip").
            return stored[-1].startswith(half) or half.startswith(stored[-1])
    return False
