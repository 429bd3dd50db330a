"""Where the search is."""

from django.urls import path

from . import views
from .glossary.views import glossary
from .style_guide import style_guide

urlpatterns = [
    path("glossary/", glossary, name="glossary"),
    path("style-guide/", style_guide, name="style-guide"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.search_suggestions, name="search-suggestions"),
]
