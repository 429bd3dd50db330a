"""Where the search is."""

from django.urls import path

from . import views
from .glossary.views import glossary

urlpatterns = [
    path("glossary/", glossary, name="glossary"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.search_suggestions, name="search-suggestions"),
]
