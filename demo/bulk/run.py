"""The whole of it."""

from django.utils.translation import gettext as _

from articles.models import ArticleIndexPage, ArticlePage
from conditions.models import ConditionIndexPage, ConditionPage, TreatmentIndexPage, TreatmentPage, file_names
from pages.kept import forget_everything

from . import comments, links, pages, texts


class BulkError(Exception):
    """The site has no list to put the pages into; the text says which."""


def create_bulk_content(*, articles, conditions, treatments, comments_number, language="en"):
    """Create so many (int) public pages of each type and comments in the lists of `language` (code).

    Gives how many pages (int). Raises BulkError when a list is missing. Nobody is told: no signal is sent.
    """
    made_conditions = pages.create(ConditionPage, _list(ConditionIndexPage, language), conditions)
    file_names(made_conditions)
    made_treatments = pages.create(TreatmentPage, _list(TreatmentIndexPage, language), treatments)
    made_articles = pages.create(
        ArticlePage,
        _list(ArticleIndexPage, language),
        articles,
        lambda place: {"body": texts.body(place)},
    )
    links.connect(made_articles, made_conditions, made_treatments)
    below = made_articles or made_conditions or made_treatments
    comments.create(below, comments_number if below else 0)
    forget_everything()
    return len(made_articles) + len(made_conditions) + len(made_treatments)


def _list(model, language):
    found = model.objects.filter(locale__language_code=language, live=True).first()
    if found is None:
        raise BulkError(
            _("There is no published “%(list)s” in the language %(language)s. Load the demonstration first.")
            % {"list": model._meta.verbose_name, "language": language}
        )
    return found
