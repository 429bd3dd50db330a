"""Numbers and references come from the text."""

import pytest
from django.template import Context, Template
from wagtail.models import ReferenceIndex

from editorial.citations import cited_source_ids
from editorial.citations.markup import citation
from tests.articles.factories import make_article
from tests.editorial.factories import make_source

PAGE = (
    "{% load citations wagtailcore_tags %}"
    "{% numbered_citations as refs %}{{ text|richtext }}{% end_numbered_citations %}"
)


def render(*sources):
    context = Context({"text": "<p>" + " and ".join(citation(pk) for pk in sources) + "</p>"})
    return Template(PAGE).render(context), context["refs"]


def test_numbers_follow_the_order_of_the_text(db):
    first, second = make_source("First"), make_source("Second")
    html, references = render(second.pk, first.pk, second.pk)
    assert [(r.number, r.source.title, len(r.places)) for r in references] == [
        (1, "Second", 2),
        (2, "First", 1),
    ]
    assert html.count("[1]") == 2
    assert f'href="#source-{first.pk}"' in html


def test_a_source_that_is_gone_leaves_no_mark(db):
    html, references = render(999)
    assert ("[" in html, references) == (False, [])


def test_a_page_without_citations_has_no_references(db):
    assert render()[1] == []


def body(source):
    item = {"label": "", "text": f"<p>x {citation(source.pk)}</p>"}
    return [
        ("paragraph", f"<p>One {citation(source.pk)}</p>"),
        ("list", {"kind": "bullets", "items": [item]}),
    ]


def test_citations_are_found_in_paragraphs_and_nested_blocks(tree):
    source, other = make_source("A"), make_source("B")
    article = make_article(tree.articles, body=[*body(other), *body(source)])
    assert cited_source_ids(article) == [other.pk, source.pk]


@pytest.mark.referring
def test_a_source_knows_the_pages_that_use_it(tree):
    source = make_source()
    article = make_article(tree.articles, body=body(source))
    pages = {int(use.object_id) for use in ReferenceIndex.get_references_to(source)}
    assert pages == {article.pk}
