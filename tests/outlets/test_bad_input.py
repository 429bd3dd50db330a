"""Pages as no editor writes them, and questions as no record asks: a clear answer, never an error of ours."""

import pytest

from tests.articles.factories import make_article
from tests.conditions.factories import make_condition
from tests.pages.factories import heading, paragraph, stream

pytestmark = pytest.mark.sqlite
HEADINGS, WORDS = 300, 40_000
FORMS = ["", "index.md", "handout/"]
INFOBUTTON = [
    "",
    "mainSearchCriteria.v.c=%00&mainSearchCriteria.v.cs=%00",
    "mainSearchCriteria.v.c=M51.26&mainSearchCriteria.v.cs=1.2.3.4",
    "mainSearchCriteria.v.c=%F0%9F%92%89&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
    "mainSearchCriteria.v.dn=%3C%3Fxml+version%3D%221.0%22%3F%3E%3C!DOCTYPE+a+%5B%3C!ENTITY+b+%22c%22%3E%5D%3E%3Ca",
    "mainSearchCriteria.v.dn=%00%01%0B&informationRecipient.languageCode.c=tlh",
    "mainSearchCriteria.v.dn=disc&informationRecipient.languageCode.c=%2E%2E%2F&knowledgeResponseType=text%2Fhtml",
    "mainSearchCriteria.v.dn=" + "x" * 3000,
    "mainSearchCriteria.v.dn=%ff%fe",
]


@pytest.fixture
def monster(tree):
    """An article with 300 headings and 40,000 words."""
    words = "<p>" + "word " * (WORDS // HEADINGS) + "</p>"
    blocks = [block for n in range(HEADINGS) for block in (heading(f"Part {n}"), paragraph(words))]
    return make_article(tree.articles, "A very long text", summary="Long.", body=stream(*blocks))


def test_a_monstrous_article_is_given_in_every_form(client, monster):
    for form in FORMS:
        assert client.get(f"{monster.url}{form}").status_code == 200
    markdown = client.get(f"{monster.url}index.md").content.decode()
    assert markdown.count("\n## Part ") == HEADINGS
    assert markdown.count("word") >= WORDS - HEADINGS
    assert client.get(f"/api/v2/pages/{monster.pk}/").json()["body_html"].count("<h2") == HEADINGS
    assert client.get("/feeds/new.xml").status_code == 200


@pytest.mark.parametrize(
    "title", ["x" * 255, "病" * 255, '"><script>alert(1)</script>' * 9, "\u202eabc \u0627\u0644"]
)
def test_a_monstrous_title_is_given_in_every_form(client, tree, title):
    page = make_condition(tree.conditions, title, slug="monster")
    answers = [client.get(f"{page.url}{form}") for form in FORMS]
    answers += [
        client.get(address) for address in ("/llms.txt", "/feeds/new.xml", f"/api/v2/pages/{page.pk}/")
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert b"<script>alert" not in b"".join(answer.content for answer in answers[:3])


@pytest.mark.parametrize("question", INFOBUTTON)
@pytest.mark.parametrize("kind", ["", "&knowledgeResponseType=application/json"])
def test_any_question_of_a_health_record_gets_an_answer(client, tree, question, kind):
    make_condition(tree.conditions, "Disc <&> \x0b herniation")
    assert client.get(f"/infobutton?{question}{kind}").status_code in (200, 400)


def test_a_posted_document_is_refused(client, tree):
    answer = client.post("/infobutton", "<?xml version='1.0'?><broken", content_type="application/xml")
    assert answer.status_code == 405
