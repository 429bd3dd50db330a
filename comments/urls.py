"""Addresses for readers. The host includes them under /comments/ in each language."""

from django.urls import path

from .views import own, readers, reading, rights, writing

app_name = "comments"

urlpatterns = [
    # Asked most.
    path("<int:page_id>/new/", writing.write, name="new"),
    path("<int:page_id>/reply/<int:comment_id>/", writing.write, name="reply"),
    path("", rights.about, name="root"),
    path("mine/", rights.rights, name="own_rights"),
    path("rights/<str:token>/", rights.rights, name="rights"),
    path("confirm/<str:token>/", rights.confirm_mail, name="confirm_mail"),
    path("stop/<str:token>/", rights.stop_mail, name="stop_mail"),
    path("<int:page_id>/", reading.comment_list, name="list"),
    path("<int:page_id>/thread/<int:comment_id>/", reading.thread, name="thread"),
    path("<int:page_id>/posted/<int:comment_id>/", own.posted, name="posted"),
    path("<int:page_id>/mine/", own.mine, name="mine"),
    path("<int:page_id>/edit/<int:comment_id>/", own.edit, name="edit"),
    path("<int:page_id>/take-back/<int:comment_id>/", own.take_back, name="take_back"),
    path("<int:page_id>/helpful/<int:comment_id>/", readers.helpful, name="helpful"),
    path("<int:page_id>/report/<int:comment_id>/", readers.report, name="report"),
    path("<int:page_id>/feedback/", readers.feedback, name="feedback"),
]
