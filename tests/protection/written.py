"""A site whose every text, by editors and by readers, was written by one pen."""

from types import SimpleNamespace

from django.db.models import CharField, TextField
from django.utils.html import escape
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    TextBlock,
)
from wagtail.blocks import StreamBlock as Stream
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock

from articles.models import ArticlePage, Series
from comments.models import CannedReply
from conditions.models import ConditionName, ConditionPage, TreatmentOption, TreatmentPage
from editorial.models import Contribution, ContributorPage, Fact, PageSource, SafetyReport, Source
from pages.models import GlossaryTerm, StandardPage
from tests.comments.factories import make_comment
from tests.pages.factories import make_picture

COMMENTS, ITEMS, LONGEST = 15, 12, 900
# Made by the machine, or out of other fields.
NOT_WRITTEN = {
    "path",
    "url_path",
    "slug",
    "draft_title",
    "language",
    "code",
    "pmid",
    "doi",
    "email",
    "other_forms",
}


def words_of(model, texts):
    """Give a text (dict by field) for every plain or rich text field of `model`, from `texts` (Texts)."""
    found = {}
    for field in model._meta.concrete_fields:
        if not isinstance(field, CharField | TextField) or field.choices or field.name in NOT_WRITTEN:
            continue
        if type(field) not in (CharField, TextField, RichTextField):
            continue
        text = texts.joined(min(field.max_length or 500, 500))
        found[field.name] = rich(text) if isinstance(field, RichTextField) else text
    return found


def rich(text):
    """Give the stored form (str) of a rich text in which somebody typed `text`."""
    return f"<p>{escape(text)}</p>"


def value_of(block, texts, picture):
    """Give the stored form of a value for `block`, each of whose texts comes from `texts`; None: leave it."""
    if isinstance(block, ImageBlock):
        return {"image": picture.pk, "decorative": False, "alt_text": texts.joined(200)}
    if isinstance(block, TypedTableBlock):
        column, row = {"type": "text", "heading": texts.line(200)}, {"values": [texts.line(200)]}
        return {"columns": [column], "rows": [row], "caption": texts.line(200)}
    if isinstance(block, ListBlock):
        items = [value_of(block.child_block, texts, picture) for _item in range(ITEMS)]
        return [{"type": "item", "value": item} for item in items]
    if isinstance(block, Stream | StructBlock):
        parts = {name: value_of(part, texts, picture) for name, part in block.child_blocks.items()}
        parts = {name: part for name, part in parts.items() if part is not None}
        if isinstance(block, Stream):
            return [{"type": name, "value": part} for name, part in parts.items()]
        return parts
    return plain_value(block, texts)


def plain_value(block, texts):
    """Give the value of a block without parts, None for one that chooses a thing."""
    if isinstance(block, RichTextBlock):
        return rich(texts.joined(LONGEST))
    if isinstance(block, ChoiceBlock):
        return next(value for value, _label in block.field.choices if value)
    if isinstance(block, CharBlock | TextBlock):
        return texts.joined(min(block.field.max_length or LONGEST, LONGEST))
    return False if isinstance(block, BooleanBlock) else None


def page_of(model, parent, texts, slug, picture):
    """Give a live page of the type `model` below `parent` with a text in every field and every block."""
    words = words_of(model, texts) | {"slug": slug, "locale": parent.locale}
    page = model(**words)
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField):
            setattr(
                page, field.name, field.stream_block.to_python(value_of(field.stream_block, texts, picture))
            )
    return parent.add_child(instance=page)


def fill(tree, texts, slug):
    """Give the pages (namespace) of a site written, and commented on, with `texts` (Texts)."""
    line, locale = texts.joined, tree.articles.locale
    picture = make_picture(**{name: line(200) for name in ("title", "description", "credit", "licence")})
    person = page_of(ContributorPage, tree.people, texts, f"{slug}-person", picture)
    treatment = page_of(TreatmentPage, tree.treatments, texts, f"{slug}-treatment", picture)
    condition = page_of(ConditionPage, tree.conditions, texts, f"{slug}-condition", picture)
    standard = page_of(StandardPage, tree.home, texts, f"{slug}-page", picture)
    article = page_of(ArticlePage, tree.articles, texts, slug, picture)
    article.format, article.picture = "question", picture
    article.tags.add(slug)
    article.conditions, article.treatments = [condition], [treatment]
    article.save()
    ConditionName.objects.create(page=condition, name=line(200))
    TreatmentOption.objects.create(
        page=condition, treatment=treatment, locale=locale, **words_of(TreatmentOption, texts)
    )
    source = Source.objects.create(type="guideline", year=2020, **words_of(Source, texts))
    for page in (article, condition, treatment, standard):
        Contribution.objects.create(page=page, contributor=person)
        PageSource.objects.create(page=page, source=source, covers=line(200))
    beside(article, texts)
    found = {"condition": condition, "treatment": treatment, "standard": standard, "person": person}
    return SimpleNamespace(article=article, **found)


def beside(article, texts):
    """Make what is kept beside pages: terms, facts, replies; readers' comments and reports."""
    locale = article.locale
    forms = "\n".join(texts.line(80) for _form in range(9))
    GlossaryTerm.objects.create(locale=locale, other_forms=forms, **words_of(GlossaryTerm, texts))
    Fact.objects.create(locale=locale, **words_of(Fact, texts))
    for model in (CannedReply, Series):
        model.objects.create(**words_of(model, texts))
    for _comment in range(COMMENTS):
        make_comment(article, name=texts.line(60), body=texts.joined(4800))
    SafetyReport.objects.create(page=article, language="en", **words_of(SafetyReport, texts))
