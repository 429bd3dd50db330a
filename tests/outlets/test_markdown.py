"""Every public page as Markdown, and the list of them."""

import pytest
from wagtail.models import PageViewRestriction

from conditions.models import ConditionCode
from outlets.markdown.converting import markdown_of, plain
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_source
from tests.pages.factories import heading, make_standard_page, paragraph, stream

BASE = "https://www.example.org/conditions/x/"
CONVERTED = [
    ("<h2 id='a'>Causes</h2><p>One.</p>", "## Causes\n\nOne."),
    ("<p>A <b>bold</b> and <em>soft</em> word.</p>", "A **bold** and *soft* word."),
    ("<p>Take 2 * 3 [mg] &lt;b&gt;</p>", "Take 2 \\* 3 \\[mg\\] \\<b\\>"),
    ("<p># no heading</p><p>1. no list</p>", "\\# no heading\n\n\\1. no list"),
    ("<ul><li>One<ul><li>Two</li></ul></li></ul>", "- One\n\n  - Two"),
    ("<ol><li><p>One</p></li><li>Two</li></ol>", "1. One\n2. Two"),
    ('<a href="/a b/(c)">Link</a>', "[Link](https://www.example.org/a%20b/%28c%29)"),
    ('<a href="#part">Part</a>', "Part"),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>x|y</td></tr></table>",
        "| A | B |\n| --- | --- |\n| x\\|y |  |",
    ),
    ("<blockquote><p>One</p><p>Two</p></blockquote>", "> One\n>\n> Two"),
    ("<script>alert(1)</script><svg><text>no</text></svg><p>Yes</p>", "Yes"),
    ('<button class="term">disc</button><span popover>a note</span>', "disc"),
    ('<p>椎间盘<sup><a href="#source-1">[1]</a></sup>。</p>', "椎间盘\\[1\\]。"),
    ("<p>broken <b>html", "broken **html**"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "expected"), CONVERTED)
def test_html_becomes_markdown(html, expected):
    assert markdown_of(html, BASE) == expected


def test_a_title_cannot_open_anything():
    assert plain("  # [x](javascript:y)\n<b>") == "\\# \\[x\\](javascript:y) \\<b\\>"


@pytest.fixture
def disc(tree):
    source = make_source("A good guideline", authors="NICE", doi="10.1136/bmj.h6234")
    cited = f'<p>Most get better.<a linktype="source" id="{source.pk}">[*]</a></p>'
    page = make_condition(
        tree.conditions, summary="A disc.", overview=stream(heading("Ring"), paragraph(cited))
    )
    ConditionCode.objects.create(page=page, system="mesh", code="D055959")
    make_option(page, make_treatment(tree.treatments), summary="Often helps.")
    return page


def read(client, address):
    """Give the Markdown at `address`."""
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    return response.content.decode()


def test_a_condition_says_all_that_its_page_says(client, disc):
    text = read(client, f"{disc.url}index.md")
    assert text.startswith('---\ntitle: "Lumbar disc herniation"\nurl: "http://testserver/conditions/')
    assert "\n# Lumbar disc herniation\n\nA disc.\n" in text
    assert "### Ring\n\nMost get better.\\[1\\]" in text
    assert "#### [Physiotherapy](http://testserver/treatments/physiotherapy/)" in text
    assert "## References\n\n1. NICE. A good guideline. 2020. https://doi.org/10.1136/bmj.h6234" in text
    assert "- MeSH D055959" in text
    assert 'review_status: "not_reviewed"' in text


def test_the_page_leads_to_its_markdown(client, disc):
    link = '<link rel="alternate" type="text/markdown" href="http://testserver/conditions/'
    assert link in client.get(disc.url).content.decode()
    assert client.get(f"{disc.url}index.md").headers["Link"].endswith('; rel="canonical"')


def test_a_chinese_page_and_its_list_are_chinese(client, chinese_tree):
    make_condition(chinese_tree.conditions, "椎间盘突出", slug="椎间盘", summary="椎间盘。")
    assert 'label: "编辑内容"' in read(client, "/zh-hans/conditions/椎间盘/index.md")
    assert (
        "[椎间盘突出](http://testserver/zh-hans/conditions/"
        in client.get("/zh-hans/llms.txt").content.decode()
    )


def test_every_type_of_page_has_a_twin(client, tree):
    make_standard_page(tree.home)
    for page in tree.home.get_descendants(inclusive=True):
        assert f"# {page.title}" in read(client, f"{page.url}index.md")


def test_what_not_everybody_may_read_has_no_twin_and_no_entry(client, disc, tree):
    draft = make_condition(tree.conditions, "Draft", live=False)
    PageViewRestriction.objects.create(page=disc, restriction_type="login")
    listed = client.get("/llms.txt").content.decode()
    for page in (draft, disc):
        assert client.get(f"/conditions/{page.slug}/index.md").status_code == 404
        assert page.title not in listed


@pytest.mark.parametrize(
    "path", ["nothing/index.md", "articles/topics/x/index.md", "conditions/index.md/index.md"]
)
def test_an_address_that_is_no_page_has_no_twin(client, tree, path):
    assert client.get(f"/{path}").status_code == 404


def test_the_list_names_sections_and_pages(client, disc):
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# Healthsite\n")
    assert (
        f"## Conditions\n\n- [Conditions](http://testserver/conditions/index.md)\n- [{disc.title}](" in text
    )
