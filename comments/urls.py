"""Addresses for readers. The host includes them under /comments/ in each language."""

from django.urls import path

from .views import reading, writing

app_name = "comments"

urlpatterns = [
    path("", reading.about, name="root"),
    path("<int:page_id>/", reading.comment_list, name="list"),
    path("<int:page_id>/thread/<int:comment_id>/", reading.thread, name="thread"),
    path("<int:page_id>/new/", writing.write, name="new"),
    path("<int:page_id>/reply/<int:comment_id>/", writing.write, name="reply"),
    path("<int:page_id>/posted/<int:comment_id>/", writing.posted, name="posted"),
]
