"""All text of a page that readers may see, piece by piece, with the place where each stands.

Works by looking at the fields of whatever page it is given: rich text, stream fields, plain text, inline
children, saved or not. It knows no page type by name.
"""

from dataclasses import dataclass

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from editorial.fields import SKIPPED_RELATIONS
from pages.blocks import FactBlock

from .citations import is_cited
from .html_text import clean, html_to_text

# Of what Wagtail itself keeps on a page, only these are read by visitors or shown in search results.
PAGE_FIELDS = frozenset({"title", "seo_title", "search_description"})
NOT_PROSE = (models.URLField, models.EmailField, models.SlugField, models.FilePathField)


@dataclass(frozen=True)
class Segment:
    """A piece of text. `place`: its content path as Wagtail writes it, with the ids of blocks and children
    on the way, such as "body.3f2c....answer" or "treatment_options.7.benefits" ("new1" for a child without
    a key); `label`: the field in words; `block_id`: the innermost block's id, empty outside stream fields."""

    place: str
    text: str
    label: str
    block_id: str = ""

    @property
    def is_cited(self):
        """Whether it holds a citation (bool)."""
        return is_cited(self.text)


def page_segments(page):
    """Give the non-empty segments (list of Segment) of `page`, in the order of its fields."""
    return [segment for segment in _of_model(page, "") if segment.text.strip()]


def _of_model(instance, prefix):
    for field in instance._meta.concrete_fields:
        if _is_read(field, instance):
            yield from _of_field(instance, field, prefix)
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name not in SKIPPED_RELATIONS:
            for number, child in enumerate(getattr(instance, name).all(), start=1):
                yield from _of_model(child, f"{prefix}{name}.{child.pk or f'new{number}'}.")


def _is_read(field, instance):
    if isinstance(instance, Page) and field.model is Page:
        return field.name in PAGE_FIELDS
    if field.choices or isinstance(field, NOT_PROSE):
        return False
    return isinstance(field, models.CharField | models.TextField | StreamField)


def _of_field(instance, field, prefix):
    value, label = getattr(instance, field.attname), str(field.verbose_name)
    place = prefix + field.name
    if isinstance(field, StreamField):
        yield from _of_block(field.stream_block, value, place, label, "")
    elif isinstance(field, RichTextField):
        yield Segment(place, html_to_text(value or ""), label)
    else:
        yield Segment(place, clean(value or ""), label)


def _of_block(block, value, place, label, block_id):
    """Yield the segments of a block's value, whatever kind of block it is."""
    for kinds, walk in WALKS:
        if isinstance(block, kinds):
            yield from walk(block, value, place, label, block_id)
            return


def _of_rich_text(_block, value, place, label, block_id):
    yield Segment(place, html_to_text(value.source if value else ""), label, block_id)


def _of_text(_block, value, place, label, block_id):
    yield Segment(place, clean(str(value or "")), label, block_id)


def _of_children(_block, value, place, label, _block_id):
    """Streams and lists: each child has an id of its own."""
    for child in getattr(value, "bound_blocks", value):
        key = child.id or ""
        yield from _of_block(child.block, child.value, f"{place}.{key}", label, key)


def _of_struct(block, value, place, label, block_id):
    # An image with its own alternative text is a struct whose value is an image.
    if not hasattr(value, "get"):
        return
    for name, child in block.child_blocks.items():
        yield from _of_block(child, value.get(name), f"{place}.{name}", label, block_id)


def _of_table(_block, table, place, label, block_id):
    for row in table.rows if table else ():
        for cell in row:
            yield from _of_block(cell.block, cell.value, place, label, block_id)


def _of_fact(_block, fact, place, label, block_id):
    """A statement kept elsewhere is read where it is placed."""
    yield Segment(place, html_to_text(fact.text if fact else ""), label, block_id)


WALKS = (
    (RichTextBlock, _of_rich_text),
    (FactBlock, _of_fact),
    ((CharBlock, TextBlock), _of_text),
    ((StreamBlock, ListBlock), _of_children),
    (StructBlock, _of_struct),
    (BaseTypedTableBlock, _of_table),
)
