"""Addresses of the moderation desk, under the admin's /reader-comments/."""

from django.urls import path

from .views import comment, consent, desk, lists, words

app_name = "reader_comments"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("decide/", desk.decide, name="decide"),
    path("<int:comment_id>/", comment.show, name="comment"),
    path("<int:comment_id>/act/", comment.act, name="act"),
    path("words/", words.words, name="words"),
    path("words/export/", words.export_csv, name="export_words"),
    path("words/import/", words.import_csv, name="import_words"),
    path("words/learn/", words.learn, name="learn"),
    path("sanctions/", lists.sanctions, name="sanctions"),
    path("sanctions/<int:sanction_id>/lift/", lists.lift, name="lift"),
    path("feedback/", lists.feedback, name="feedback"),
    path("feedback/<int:feedback_id>/settle/", lists.settle, name="settle"),
    path("log/", lists.log, name="log"),
    path("figures/", lists.figures, name="figures"),
    path("consent/", consent.consent, name="consent"),
    path("playbook/", lists.playbook, name="playbook"),
]
