"""Other forms of the pages, each at the page's own address with a word added."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("llms.txt", views.llms, name="llms"),
    re_path(r"^(?P<path>(?:[\w\-]+/)*)index\.md$", views.markdown, name="markdown"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)handout/$", views.handout, name="handout"),
]
