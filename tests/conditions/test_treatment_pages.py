"""What a reader sees of treatments."""

from tests.articles.factories import make_article
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import make_picture

from .factories import make_condition, make_option, make_treatment


def test_benefits_and_risks_are_sections_of_the_same_rank(client, tree):
    treatment = make_treatment(tree.treatments, benefits="<p>A benefit.</p>", risks="<p>A risk.</p>")
    html = html_of(client, treatment.url)
    assert '<h2 id="benefits">What it may do</h2>' in html
    assert '<h2 id="risks">Risks and unknowns</h2>' in html


def test_it_names_the_conditions_each_with_its_own_certainty(client, tree):
    treatment = make_treatment(tree.treatments)
    for title, certainty in (("Gout", "low"), ("Disc herniation", "high")):
        make_option(make_condition(tree.conditions, title), treatment, stages=[("any", certainty)])
    html = html_of(client, treatment.url)
    gout = html[html.index('href="/conditions/gout/">Gout') :].split("</section>")[0]
    assert "Low certainty" in gout
    assert "High certainty" not in gout


def test_a_condition_that_is_a_draft_is_not_named(client, tree):
    treatment = make_treatment(tree.treatments)
    make_option(make_condition(tree.conditions, "Gout", live=False), treatment)
    assert "Gout" not in html_of(client, treatment.url)


def test_the_list_is_sorted_and_says_what_each_is_for(client, tree):
    rest = make_treatment(tree.treatments, "Rest")
    make_treatment(tree.treatments, "Acupuncture")
    make_option(make_condition(tree.conditions, "Gout"), rest)
    html = html_of(client, "/treatments/")
    assert html.index(">Acupuncture<") < html.index(">Rest<")
    assert '<a href="/conditions/gout/">Gout</a>' in html


def test_the_list_is_narrowed_to_a_group(client, tree):
    cells, rest = (make_treatment(tree.treatments, title) for title in ("Cells", "Rest"))
    condition = make_condition(tree.conditions)
    make_option(condition, cells, group="emerging")
    make_option(condition, rest)
    html = html_of(client, "/treatments/?group=emerging")
    assert ">Cells<" in html
    assert ">Rest<" not in html
    assert '<span class="label emerging">Emerging</span>' in html


def test_an_unknown_group_shows_everything(client, tree):
    make_treatment(tree.treatments, "Rest")
    assert ">Rest<" in html_of(client, "/treatments/?group=magic&page=-1")


def test_chinese_treatments_are_sorted_by_pinyin(client, chinese_tree):
    for title, slug in (("针灸", "zj"), ("按摩", "am")):
        make_treatment(chinese_tree.treatments, title, slug=slug)
    html = html_of(client, "/zh-hans/treatments/")
    assert html.index("按摩") < html.index("针灸")


def fill(tree, treatment, numbers):
    for n in numbers:
        condition = make_condition(tree.conditions, f"Condition {n}")
        make_option(condition, treatment, stages=[("early", "low")])
        make_option(condition, make_treatment(tree.treatments, f"Treatment {n}"))
        make_article(tree.articles, f"Article {n}", treatments=[treatment], picture=make_picture())


def test_queries_do_not_grow_with_content(client, tree):
    treatment = make_treatment(tree.treatments)
    fill(tree, treatment, range(2))
    few = queries_of(client, treatment.url), queries_of(client, "/treatments/")
    fill(tree, treatment, range(2, 7))
    assert (queries_of(client, treatment.url), queries_of(client, "/treatments/")) == few


def test_the_list_asks_for_no_picture_for_it_shows_none(client, tree):
    make_treatment(tree.treatments, "Rest")
    before = queries_of(client, "/treatments/")
    make_treatment(tree.treatments, "Heat", picture=make_picture())
    assert queries_of(client, "/treatments/") == before


def test_the_list_names_each_condition_once(client, tree):
    treatment, condition = make_treatment(tree.treatments), make_condition(tree.conditions, "Gout")
    for group in ("emerging", "conventional"):
        make_option(condition, treatment, group=group)
    html = html_of(client, "/treatments/")
    assert html.count('href="/conditions/gout/"') == 1
    assert html.count('class="label emerging"') == 1
