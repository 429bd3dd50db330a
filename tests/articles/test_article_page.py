"""What a reader sees of an article."""

from datetime import UTC, date, datetime

from articles.models import PickedArticle
from editorial.models import Contribution
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor, make_source
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import heading, make_picture, paragraph, stream

from .factories import make_article


def test_the_labels_stand_at_the_title(client, tree):
    article = make_article(tree.articles, format="question", content_label="provider_claims")
    title_area = html_of(client, article.url).split("<h1")[0]
    assert '<span class="label">Question and answer</span>' in title_area
    assert '<span class="label careful">Contains provider claims</span>' in title_area


def test_an_emerging_treatment_of_its_condition_is_labelled(client, tree, settings):
    settings.GATE_SEVERITY = {"emerging_subjects_are_grounded": "warn"}
    condition, treatment = make_condition(tree.conditions), make_treatment(tree.treatments)
    make_option(condition, treatment, group="emerging")
    article = make_article(tree.articles, conditions=[condition], treatments=[treatment])
    assert '<span class="label emerging">Emerging</span>' in html_of(client, article.url)


def test_the_same_treatment_established_for_its_condition_is_not(client, tree):
    condition, treatment = make_condition(tree.conditions, "Gout"), make_treatment(tree.treatments)
    make_option(make_condition(tree.conditions, "Other"), treatment, group="emerging")
    make_option(condition, treatment)
    article = make_article(tree.articles, conditions=[condition], treatments=[treatment])
    assert "label emerging" not in html_of(client, article.url)


def test_three_dates_come_each_from_its_own_field(client, tree):
    article = make_article(
        tree.articles,
        first_published_at=datetime(2026, 2, 3, tzinfo=UTC),
        materially_updated_on=date(2026, 4, 1),
        last_reviewed_on=date(2026, 5, 12),
    )
    byline = html_of(client, article.url).split('class="byline"')[1].split("</div>")[0]
    assert [day for day in ("3 February 2026", "1 April 2026", "12 May 2026") if day not in byline] == []


def test_the_authors_are_named_with_links(client, tree):
    article = make_article(tree.articles)
    person = make_contributor(tree.people, "Alex Example")
    Contribution.objects.create(page=article, contributor=person)
    Contribution.objects.create(page=article, name_in_source="Sam Nobody")
    html = html_of(client, article.url)
    assert '<a href="/people/alex-example/">Alex Example</a>' in html
    assert "<b>Sam Nobody</b>" in html


def test_a_quoted_expert_is_no_author_and_not_verified(client, tree):
    article = make_article(tree.articles)
    Contribution.objects.create(page=article, name_in_source="Dean Wise", role="quoted")
    html = html_of(client, article.url)
    assert "Dean Wise" not in html.split('class="byline"')[1].split("</div>")[0]
    panel = html[html.index("Quoted in the source") :].split("</dd>")[0]
    assert "Dean Wise" in panel
    assert "Credentials not verified" in panel


def test_the_readers_question_stands_above_the_answer(client, tree):
    article = make_article(
        tree.articles, format="question", question="What can I do?", body=stream(paragraph("<p>This.</p>"))
    )
    html = html_of(client, article.url)
    assert "A reader asks" in html
    assert html.index("What can I do?") < html.index("<p>This.</p>")


def test_the_contents_link_to_headings_and_references(client, tree):
    cite = f'<p>x<a linktype="source" id="{make_source().pk}">[*]</a></p>'
    article = make_article(tree.articles, body=stream(heading("Benefits"), paragraph(cite)))
    html = html_of(client, article.url)
    contents = html[html.index('class="contents') :].split("</nav>")[0]
    anchor = contents.split('href="#')[1].split('"')[0]
    assert f'<h2 id="{anchor}">Benefits</h2>' in html
    assert 'href="#references"' in contents


def test_it_links_what_it_is_about(client, tree):
    article = make_article(
        tree.articles,
        conditions=[
            make_condition(tree.conditions, "Gout"),
            make_condition(tree.conditions, "No", live=False),
        ],
        treatments=[make_treatment(tree.treatments, "Rest")],
        tags=["Sleep"],
    )
    html = html_of(client, article.url)
    about = html[html.index('class="about-page"') :].split("</section>")[0]
    assert 'href="/conditions/gout/"' in about
    assert 'href="/treatments/rest/"' in about
    assert 'href="/articles/topics/sleep/"' in about
    assert ">No<" not in about


def test_a_long_title_is_cut_in_the_list_and_whole_in_the_links_name(client, tree):
    other = make_article(tree.articles, "A title about many things " * 5)
    article = make_article(tree.articles, "self")
    PickedArticle.objects.create(page=article, target=other)
    html = html_of(client, article.url)
    related = html[html.index('class="related') :].split("</section>")[0]
    assert f'aria-label="{other.title}"' in related
    assert related.count("…") == 1


def test_without_related_articles_there_is_no_such_heading(client, tree):
    assert "Related articles" not in html_of(client, make_article(tree.articles).url)


def test_an_article_with_nothing_but_a_title_is_a_page(client, tree):
    assert "<h1>Bare</h1>" in html_of(client, make_article(tree.articles, "Bare").url)


def test_the_lead_picture_comes_in_sizes_and_at_once(client, tree):
    article = make_article(tree.articles, picture=make_picture(credit="A. Drawer"), picture_alt="A hip")
    html = html_of(client, article.url)
    figure = html[html.index('class="lead-picture"') :].split("</figure>")[0]
    assert 'type="image/avif"' in figure
    assert 'alt="A hip"' in figure
    assert "lazy" not in figure
    assert "Picture: A. Drawer" in figure


def fill(tree, article, condition, numbers):
    for n in numbers:
        treatment = make_treatment(tree.treatments, f"Treatment {n}")
        other = make_article(tree.articles, f"Article {n}", conditions=[condition], picture=make_picture())
        article.treatments.add(treatment)
        article.tags.add(f"Topic {n}")
        PickedArticle.objects.create(page=article, target=other)
        Contribution.objects.create(page=article, contributor=make_contributor(tree.people, f"Person {n}"))
    article.save()


def body(number):
    image = {"image": {"image": make_picture().pk, "decorative": True, "alt_text": ""}, "caption": ""}
    return stream(*[heading("H"), paragraph(), ("image", image)] * number)


def test_queries_do_not_grow_with_content(client, tree):
    condition = make_condition(tree.conditions)
    article = make_article(tree.articles, "self", conditions=[condition], body=body(1))
    fill(tree, article, condition, range(4))
    few = queries_of(client, article.url)
    fill(tree, article, condition, range(4, 9))
    article.body = body(8)
    article.save()
    assert queries_of(client, article.url) == few
