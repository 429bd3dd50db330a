"""The related articles at the end of an article: stored apart from it, because other articles change them."""

from django.apps import apps
from django.template.loader import render_to_string

from articles.labels import drawing_of, format_labels
from editorial.cards import medical_cards
from pages.lists import listed
from pages.visibility import visible

from .reading import related_articles


def section(article, request):
    """Give the HTML (safe str) of the related articles of an ArticlePage, empty without any."""
    cards = related_cards(article, request)
    return render_to_string("articles/includes/related.html", {"related": cards}) if cards else ""


def related_section(about, request):
    """Give the same for `about`: "articles.articlepage:7"."""
    model, _colon, pk = about.partition(":")
    return section(apps.get_model(model).objects.get(pk=pk), request)


def related_cards(article, request):
    """Give [Card] of what is related to an ArticlePage, in a fixed number of queries."""
    related = related_articles(article, visible(listed(type(article).objects), request))
    return medical_cards(related, request, drawing=drawing_of, labels_of=format_labels(related))
