"""From a ParsedPage to the draft of an article, linked to its condition and treatments."""

import hashlib
from dataclasses import dataclass

from anyascii import anyascii
from django.utils.text import slugify

from articles.models import ArticleIndexPage, ArticlePage
from editorial.models import Contribution
from importing.pipeline.text import cut_at_word

from . import knowledge
from .options import add_option
from .revisions import keep, latest
from .stream import to_stream
from .tree import index_page, locale_for

LONGEST_TITLE = 255
LONGEST_SLUG = 200


@dataclass(frozen=True)
class Draft:
    """A new ArticlePage, the unsaved MatchProposals, and the keys (list of str) of the options it brought."""

    page: ArticlePage
    proposals: list
    added_options: list


def make_draft(parsed, user=None):
    """Make the draft of `parsed` (a ParsedPage). Give a Draft."""
    locale = index_page(ArticleIndexPage, locale_for(parsed.body_language)).locale
    linker = _Linker(parsed, locale, user)
    linker.link_all()
    page = _add_article(parsed, locale, linker, user)
    return Draft(page, linker.proposals, linker.added_options)


def plain_slug(title):
    """Give an address (str) for `title` in plain letters, "" when nothing is left of it."""
    return slugify(anyascii(title))[:LONGEST_SLUG].strip("-")


class _Linker:
    """Links a page to its condition and treatments, and writes what it did to the ledger."""

    def __init__(self, parsed, locale, user):
        self.parsed, self.locale, self.user = parsed, locale, user
        self.condition = None
        self.treatments = []
        self.proposals = []
        self.added_options = []

    def link_all(self):
        """Link the condition first, then the treatments, then write the options into the condition."""
        found = self.parsed.condition
        linked = self._link("condition", found) if found else None
        self.condition = linked.page if linked else None
        pairs = [(self._link("treatment", treatment), treatment) for treatment in self.parsed.treatments]
        pairs = [(linked, treatment) for linked, treatment in pairs if linked]
        self.treatments = list({linked.page.pk: linked.page for linked, _treatment in pairs}.values())
        if linked:
            self._write_condition(linked, pairs)

    def _link(self, kind, found):
        linked = knowledge.link(kind, found, self.locale, self.user)
        if not linked:
            return None
        reason = {"synonym": "exact"}.get(linked.relation, linked.relation)
        self.parsed.ledger.proposed(
            found.line, found.names[0].name, linked.page.title, f"{kind}_{reason}", title=linked.page.title
        )
        if linked.proposal:
            self.proposals.append(linked.proposal)
        if kind == "treatment" and linked.names:
            page = latest(linked.page)
            knowledge.add_names(kind, page, linked.names)
            keep(page, self.user)
        return linked

    def _write_condition(self, linked, pairs):
        page = latest(linked.page)
        knowledge.add_names("condition", page, linked.names)
        changed = bool(linked.names)
        for treatment_link, treatment in pairs:
            option, is_new, option_changed = add_option(page, treatment_link.page, treatment)
            self._note_group(option, treatment, treatment_link.page)
            self.added_options += [str(option.translation_key)] if is_new else []
            changed = changed or option_changed
        if changed:
            keep(page, self.user)

    def _note_group(self, option, treatment, page):
        if treatment.group_stated and option.group != treatment.group:
            self.parsed.ledger.flagged(
                treatment.line,
                treatment.names[0].name,
                "group_differs",
                treatment=page.title,
                page=treatment.group,
                kept=option.group,
            )


def _add_article(parsed, locale, linker, user):
    index = index_page(ArticleIndexPage, locale)
    page = ArticlePage(
        title=cut_at_word(parsed.title, LONGEST_TITLE),
        live=False,
        origin=ArticlePage.Origin.IMPORTED,
        title_status="proposed" if parsed.title_is_proposed else "confirmed",
        format="question" if parsed.question else "article",
        question=parsed.question.text if parsed.question else "",
        locale=index.locale,
        title_language=_other(parsed.title_language, index.locale),
        body_language=_other(parsed.body_language, index.locale),
        body=[],
    )
    _fill(page, parsed, linker)
    page.slug = _free_slug(page.title, parsed, index)
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def _fill(page, parsed, linker):
    page.body = to_stream(parsed.blocks)
    page.conditions = [linker.condition] if linker.condition else []
    page.treatments = linker.treatments
    if any(person.role == "provider" for person in parsed.attributions):
        page.content_label, page.label_confirmed = "provider_claims", False
    for person in parsed.attributions:
        page.contributions.add(Contribution(role=person.role, name_in_source=person.name[:255]))


def _other(language, locale):
    """The language to store: only one that differs from that of the page's tree."""
    return language if language != locale.language_code else ""


def _free_slug(title, parsed, index):
    """An address from the title; where the title has no letter, one from the text."""
    base = slugify(title, allow_unicode=True)[:LONGEST_SLUG].strip("-")
    if not base:
        base = "page-" + hashlib.sha256("".join(line.text for line in parsed.lines).encode()).hexdigest()[:10]
    taken = set(index.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
