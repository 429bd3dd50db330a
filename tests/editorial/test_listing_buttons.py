"""The explorer of a long list: its queries do not grow with its rows."""

from articles.models import ArticlePage
from tests.articles.factories import make_article
from tests.editorial.factories import make_user


def queries_of(client, address, captured):
    """Give how many queries (int) a page of the admin takes once it is warm."""
    client.get(address)
    with captured() as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_row_more_costs_no_query_more(tree, client, django_assert_max_num_queries):
    user = make_user("editor", "Editors")
    user.is_superuser = True
    user.save()
    client.force_login(user)
    address = f"/admin/pages/{tree.articles.pk}/"
    counts = []
    for number in range(6):
        make_article(tree.articles, f"Article {number}", slug=f"a{number}")
        if number in (1, 5):
            counts.append(queries_of(client, address, lambda: django_assert_max_num_queries(60)))
    assert ArticlePage.objects.count() == 6
    assert counts[0] == counts[1]
