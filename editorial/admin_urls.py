"""Addresses of the medical desk under /admin/."""

from django.urls import path

from .board_views import BoardEntryView, BoardView
from .gate.views import checklist_fragment
from .readability.views import readability_fragment
from .reviews.views import answered

urlpatterns = [
    path("review-board/", BoardView.as_view(), name="review_board"),
    path("review-board/results/", BoardView.as_view(results_only=True), name="review_board_results"),
    path("review-board/<int:pk>/", BoardEntryView.as_view(), name="board_entry"),
    path("publish-checklist/<int:page_id>/", checklist_fragment, name="publish_checklist"),
    path("reviews/<int:pk>/answered/", answered, name="review_answered"),
    path("readability/<int:page_id>/", readability_fragment, name="readability"),
]
