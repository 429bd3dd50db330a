"""Many pages in one field, chosen by searching."""

from django.urls import reverse

from tests.articles.factories import make_article
from tests.conditions.factories import make_condition
from tests.editorial.factories import make_user
from tests.editorial.forms import form_values


def edit(client, article, **data):
    client.force_login(make_user("editor", "Editors"))
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    response = client.get(url)
    if data:
        client.post(url, form_values(response) | {"body-count": "0"} | data)
    return response.content.decode()


def test_only_the_chosen_pages_are_drawn(client, tree):
    chosen, _ = (make_condition(tree.conditions, title) for title in ("Chosen one", "Other one"))
    html = edit(client, make_article(tree.articles, live=False, conditions=[chosen]))
    assert ("Chosen one" in html, "Other one" in html) == (True, False)


def test_what_was_chosen_is_saved(client, tree):
    first, second = (make_condition(tree.conditions, title) for title in ("First", "Second"))
    article = make_article(tree.articles, live=False, conditions=[first])
    edit(client, article, conditions=[first.pk, second.pk])
    article.refresh_from_db()
    draft = article.get_latest_revision_as_object()
    assert {page.title for page in draft.conditions.all()} == {"First", "Second"}
