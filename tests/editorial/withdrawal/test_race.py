"""Two people act on one page in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from articles.models import ArticlePage
from editorial.gate import GateRefused
from editorial.models import Withdrawal
from editorial.withdrawal.services import AlreadyWithdrawnError, withdraw
from tests.articles.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)

NOTICES = {"en": "Off.", "zh-hans": "已撤下。"}


def at_once(*tasks):
    """Run `tasks` (functions) at the same moment, each with a connection of its own; give what each gave."""
    barrier = Barrier(len(tasks))

    def run(task):
        barrier.wait(timeout=20)
        try:
            return task()
        except (AlreadyWithdrawnError, GateRefused) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


@pytest.fixture
def article(tree):
    page = make_article(tree.articles, "Back pain", live=False)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def take_off(page):
    return lambda: withdraw(page=page, user=None, notices=NOTICES)


def test_two_people_withdraw_a_page_and_its_translation_at_once(article, chinese_tree):
    chinese = article.copy_for_translation(chinese_tree.articles.locale)
    outcomes = at_once(take_off(article), take_off(chinese), take_off(article))
    assert sum(isinstance(outcome, Withdrawal) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, AlreadyWithdrawnError) for outcome in outcomes) == 2
    assert not ArticlePage.objects.live().exists()


@pytest.mark.parametrize("turn", range(3))
def test_a_page_published_while_it_is_withdrawn_ends_off(article, turn):
    revision = article.save_revision()
    at_once(take_off(article), revision.publish)
    assert not ArticlePage.objects.get(pk=article.pk).live
